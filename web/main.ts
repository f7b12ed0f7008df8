/** The web process: API, webhooks, reconciler, browser app. */
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../db/database.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { closeMissedOccurrences } from '../db/queries/occurrences.ts';
import { deleteUnusedEmbeddings } from '../db/queries/passages.ts';
import { indexPending } from '../db/queries/search-index.ts';
import { deleteExpired } from '../db/queries/sessions.ts';
import { type Config, readConfig, requireParts } from '../lib/config.ts';
import { createInvitationLinks } from '../lib/invitation-links.ts';
import { createLogger } from '../lib/logger.ts';
import { createMailLinks } from '../lib/mail-links.ts';
import { openRecordingStore } from '../lib/recordings/open-store.ts';
import { runProcess } from '../lib/run-process.ts';
import { startServer } from '../lib/server.ts';
import { siteOf } from '../lib/site.ts';
import { watchAgents } from './agent-watch.ts';
import { createApp } from './app.ts';
import { openArchive } from './archive/open-archive.ts';
import { createAuth } from './auth.ts';
import { closeDueBreakouts } from './breakouts/close-breakouts.ts';
import type { WebContext } from './context.ts';
import { createLiveKitPort } from './livekit-port.ts';
import { createMailer } from './mail/mailer.ts';
import { runMailSender } from './mail/send-mails.ts';
import { reconcile } from './reconcile.ts';
import { createEgressPort } from './recording/egress/egress-port.ts';
import { watchRecordings } from './recording/watch-recordings.ts';
import { runRounds } from './rounds.ts';
import { watchStandings } from './standing.ts';
import { createTokens } from './tokens.ts';

const clientFolder = fileURLToPath(new URL('./client/dist', import.meta.url));

await runProcess('web', async (signal, env) => {
  // With INNGEST_* web serves the functions too; without, they run apart.
  const config = readConfig(env, ['database', 'livekit', 'models', 'secret']);
  const parts = requireParts(config, 'database', 'livekit', 'secret');
  const logger = createLogger('web', config.logLevel);
  await migrateDatabase(parts.database.url);
  await using database = openDatabase(parts.database.url);
  const context: WebContext = {
    config,
    livekit: parts.livekit,
    database,
    rooms: createLiveKitPort(parts.livekit),
    secret: parts.secret,
    tokens: createTokens(parts.secret),
    links: createInvitationLinks(parts.secret, siteOf(config)),
    mailLinks: createMailLinks(parts.secret, siteOf(config)),
    auth: createAuth({ config, secret: parts.secret, database, logger }),
    recordings: await openRecordingStore(config.recordings),
    egress: createEgressPort(parts.livekit, config.recordings),
    archive: await openArchive(config, database),
    logger,
  };
  using mailer = config.mail ? createMailer(config.mail) : null;
  const functions = config.inngest ? await openFunctions(config.inngest, config, { database, logger }) : null;
  const app = createApp(context, {
    clientFolder,
    stopping: signal,
    ...(functions ? { inngest: functions.handler } : {}),
  });
  await using server = await startServer(app, config.web);
  const { recorder } = config.recordings;
  logger.info({ address: server.url, recorder, recordings: context.recordings.place }, 'web listens');
  await Promise.all([
    runRounds(
      database,
      { name: 'agent-watch', everyMs: 1_000, lockKey: 4101, calmMs: 7_000, run: () => watchAgents(context) },
      { signal, logger },
    ),
    runRounds(
      database,
      { name: 'standings', everyMs: 1_000, lockKey: 4103, calmMs: 0, run: () => watchStandings(context) },
      { signal, logger },
    ),
    runRounds(
      database,
      { name: 'breakouts', everyMs: 1_000, lockKey: 4111, calmMs: 0, run: () => closeDueBreakouts(context) },
      { signal, logger },
    ),
    runRounds(
      database,
      { name: 'reconcile', everyMs: 10_000, lockKey: 4102, calmMs: 0, run: () => reconcile(context) },
      { signal, logger },
    ),
    runRounds(
      database,
      {
        name: 'clean-up',
        everyMs: 600_000,
        lockKey: 4104,
        calmMs: 0,
        run: async () => {
          await deleteExpired(database.db);
          await deleteUnusedEmbeddings(database.db);
        },
      },
      { signal, logger },
    ),
    runRounds(
      database,
      { name: 'recordings', everyMs: 2_000, lockKey: 4105, calmMs: 0, run: () => watchRecordings(context) },
      { signal, logger },
    ),
    runRounds(
      database,
      {
        name: 'search',
        everyMs: 300,
        lockKey: 4106,
        calmMs: 0,
        run: () => indexPending(database.db, { forMs: 50 }),
      },
      { signal, logger },
    ),
    runMailSender({ database, mailer, logger, signal }),
    runRounds(
      database,
      {
        name: 'occurrences',
        everyMs: 60_000,
        lockKey: 4110,
        calmMs: 0,
        run: async () => void (await closeMissedOccurrences(database.db)),
      },
      { signal, logger },
    ),
    functions?.run(signal),
  ]);
});

/** Loaded only where they are used: the SDKs of Inngest and of models are as large as the rest of web. */
async function openFunctions(
  inngest: NonNullable<Config['inngest']>,
  config: Config,
  resources: Pick<WebContext, 'database' | 'logger'>,
) {
  const [{ createInngestSide }, { createFunctionParts }] = await Promise.all([
    import('../functions/inngest-side.ts'),
    import('../functions/context.ts'),
  ]);
  return createInngestSide(inngest, await createFunctionParts(config, resources));
}
