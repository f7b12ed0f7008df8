/** The functions process for a real Inngest, where functions run apart from web. */
import { Hono } from 'hono';
import { openDatabase } from '../db/database.ts';
import { reachDatabase } from '../db/reach-database.ts';
import { ConfigError, readConfig, requireParts } from '../lib/config.ts';
import { createLogger } from '../lib/logger.ts';
import { runProcess } from '../lib/run-process.ts';
import { startServer } from '../lib/server.ts';
import { createFunctionParts } from './context.ts';
import { createInngestSide } from './inngest-side.ts';
import { servePath } from './serve.ts';

await runProcess('functions', async (signal, env) => {
  const config = readConfig(env, ['database', 'functions', 'secret']);
  const parts = requireParts(config, 'database');
  if (!config.inngest) {
    throw new ConfigError(['INNGEST_*: without Inngest use the embedded runner (npm run runner)']);
  }
  const logger = createLogger('functions', config.logLevel);
  await reachDatabase(parts.database.url);
  await using database = openDatabase(parts.database.url);
  const functionParts = await createFunctionParts(config, { database, logger });
  const functions = createInngestSide(config.inngest, functionParts);
  const app = new Hono()
    .all(servePath, (c) => functions.handler(c.req.raw))
    .get('/health', (c) => c.json({ status: 'ok' }));
  await using server = await startServer(app, config.web);
  logger.info({ address: server.url }, 'functions listen');
  await functions.run(signal);
});
