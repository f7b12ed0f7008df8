/** What works after a meeting: the functions, fed by the outbox, and the sender of mails. */
import type { Database } from '../../../db/database.ts';
import { createSummaryModel } from '../../../functions/summary/summary-model.ts';
import { startFunctions } from '../../../functions/testing/start-functions.ts';
import { createLogger } from '../../../lib/logger.ts';
import { createFolderStore } from '../../../lib/recordings/folder-store.ts';
import { createMailer } from '../../../web/mail/mailer.ts';
import { runMailSender } from '../../../web/mail/send-mails.ts';
import type { ServiceAddresses } from './services.ts';

/** Works until it is disposed. */
export async function startParley(
  database: Database,
  { summary, whisperUrl, smtpUrl, folder }: ServiceAddresses,
): Promise<AsyncDisposable> {
  const stop = new AbortController();
  const mailer = createMailer({ smtpUrl, from: 'Parley <parley@parley.test>' });
  const functions = await startFunctions(database, {
    summarizer: createSummaryModel(summary),
    recordings: {
      store: createFolderStore(folder),
      whisper: { kind: 'asr-webservice', url: whisperUrl },
    },
  });
  const logger = createLogger('faults', 'silent');
  const sending = runMailSender({ database, mailer, logger, signal: stop.signal });
  return {
    async [Symbol.asyncDispose]() {
      stop.abort();
      await sending;
      mailer[Symbol.dispose]();
      await functions[Symbol.asyncDispose]();
    },
  };
}
