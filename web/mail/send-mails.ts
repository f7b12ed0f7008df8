/** Carries mails from the table to the SMTP server. Any number of web processes may do it at once. */
import type { Database } from '../../db/database.ts';
import { listen } from '../../db/listen.ts';
import {
  claimDueMails,
  keepMail,
  type Mail,
  mailChannel,
  markMailFailed,
  markMailSent,
} from '../../db/queries/mails.ts';
import { withDelivery } from '../../db/queries/summary-mails.ts';
import { createAlarm } from '../../lib/alarm.ts';
import type { Logger } from '../../lib/logger.ts';
import type { Mailer } from './mailer.ts';
import { retryAfterFailure } from './send-failure.ts';

interface SendOptions {
  database: Database;
  /** Null without SMTP: mails are kept. */
  mailer: Mailer | null;
  logger: Logger;
  signal: AbortSignal;
}

const pollEveryMs = 5_000;
/** A process that dies while it sends gives its mails back after the lease. */
const batch = { limit: 5, leaseMs: 120_000 };

/** Mails of these kinds hold a link that opens an account. */
const secretKinds = ['password-reset', 'sign-up'];

/** Runs until the signal. Resolves when the last round is over. */
export async function runMailSender(options: SendOptions): Promise<void> {
  const { database, logger, signal } = options;
  const alarm = createAlarm();
  const listening = listen(database, mailChannel, { wake: alarm.wake, logger, signal });
  signal.addEventListener('abort', alarm.wake, { once: true });
  let failing = false;
  while (!signal.aborted) {
    try {
      if ((await sendDueMails(options)) > 0) continue;
      failing = false;
    } catch (error) {
      if (!failing) logger.warn({ err: error }, 'mails not read');
      failing = true;
    }
    await alarm.wait(pollEveryMs);
  }
  await listening;
}

/** One round; gives the number of mails that were dealt with. */
export async function sendDueMails({
  database: { db },
  mailer,
  logger,
}: Omit<SendOptions, 'signal'>): Promise<number> {
  const due = await claimDueMails(db, batch);
  await Promise.all(
    due.map((mail) =>
      mailer
        ? sendOne({ db, mailer, logger }, mail)
        : withDelivery(db, mail.meetingId, (tx) => keepMail(tx, mail.id)),
    ),
  );
  return due.length;
}

async function sendOne(
  { db, mailer, logger }: { db: Database['db']; mailer: Mailer; logger: Logger },
  mail: Mail,
): Promise<void> {
  try {
    await mailer.send(mail);
  } catch (error) {
    const retryInMs = retryAfterFailure(error, mail.attempts);
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    logger.warn({ mailId: mail.id, kind: mail.kind, code, pii: error, retryInMs }, 'mail not sent');
    const reason = error instanceof Error ? error.message : String(error);
    await withDelivery(db, mail.meetingId, (tx) => markMailFailed(tx, { id: mail.id, reason, retryInMs }));
    return;
  }
  const forget = secretKinds.includes(mail.kind);
  await withDelivery(db, mail.meetingId, (tx) => markMailSent(tx, mail.id, { forget }));
}
