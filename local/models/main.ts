/** `npm run models`: the local model server until it is told to stop. */
import { join } from 'node:path';
import { readConfig } from '../../lib/config.ts';
import { createLogger } from '../../lib/logger.ts';
import { startModelServer } from './server.ts';

const config = readConfig(process.env, []);
const logger = createLogger('models', config.logLevel);
const stop = Promise.withResolvers<string>();
process.once('SIGTERM', stop.resolve).once('SIGINT', stop.resolve);

await using server = await startModelServer({
  host: config.web.host,
  port: config.models.port,
  modelsFolder: join(config.dataFolder, 'models'),
  logger,
});
logger.info({ url: server.url }, 'model server listens');
logger.info({ signal: await stop.promise }, 'model server stops');
