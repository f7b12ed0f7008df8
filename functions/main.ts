/** The functions process for a real Inngest: serves `/api/inngest` and carries the outbox to it. */
import { Hono } from 'hono';
import { openDatabase } from '../db/database.ts';
import { ConfigError, readConfig, requireParts } from '../lib/config.ts';
import { createLogger } from '../lib/logger.ts';
import { runProcess } from '../lib/run-process.ts';
import { startServer } from '../lib/server.ts';
import { createInngestClient } from './client.ts';
import { runOutboxRelay } from './relay-outbox.ts';
import { reportProcess } from './report-process.ts';
import { createInngestHandler, servePath } from './serve.ts';

await runProcess('functions', async (signal, env) => {
  const config = readConfig(env, ['database', 'functions']);
  const parts = requireParts(config, 'database');
  if (!config.inngest)
    throw new ConfigError(['INNGEST_*: without Inngest use the embedded runner (npm run runner)']);
  const logger = createLogger('functions', config.logLevel);
  await using database = openDatabase(parts.database.url);
  const inngest = createInngestClient(config.inngest);
  const handler = createInngestHandler({ inngest, database, logger });
  const app = new Hono()
    .all(servePath, (c) => handler(c.req.raw))
    .get('/health', (c) => c.json({ status: 'ok' }));
  await using server = await startServer(app, config.web);
  logger.info({ address: server.url }, 'functions listen');
  await Promise.all([
    runOutboxRelay({ database, send: (event) => inngest.send(event), logger, signal }),
    reportProcess({ database, engine: 'inngest', logger, signal }),
  ]);
});
