/** `npm run models`: the local model server, until it is told to stop. */
import { once } from 'node:events';
import { join } from 'node:path';
import { readConfig } from '../../lib/config.ts';
import { createLogger } from '../../lib/logger.ts';
import { runProcess } from '../../lib/run-process.ts';
import { startModelServer } from './server.ts';

await runProcess('models', async (signal, env) => {
  const config = readConfig(env, []);
  const logger = createLogger('models', config.logLevel);
  const starting = startModelServer({
    host: config.web.host,
    port: config.models.port,
    modelsFolder: join(config.dataFolder, 'models'),
    logger,
    signal,
  });
  await using server = await starting.catch((error) => {
    if (signal.aborted) return null;
    throw error;
  });
  if (!server) return;
  logger.info({ url: server.url }, 'model server listens');
  if (!signal.aborted) await once(signal, 'abort');
  logger.info('model server stops');
});
