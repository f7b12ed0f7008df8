/** The function runner of an installation without Inngest: outbox in, functions run, nothing reachable. */
import { openDatabase } from '../../db/database.ts';
import { reachDatabase } from '../../db/reach-database.ts';
import { appId } from '../../functions/client.ts';
import { createFunctionParts } from '../../functions/context.ts';
import { runOutboxRelay } from '../../functions/relay-outbox.ts';
import { reportProcess } from '../../functions/report-process.ts';
import { createInngestHandler } from '../../functions/serve.ts';
import { readConfig, requireParts } from '../../lib/config.ts';
import { createLogger } from '../../lib/logger.ts';
import { runProcess } from '../../lib/run-process.ts';
import { startRunner } from './runner.ts';

await runProcess('functions', async (signal, env) => {
  const config = readConfig(env);
  const parts = requireParts(config, 'database');
  const logger = createLogger('functions', config.logLevel);
  await reachDatabase(parts.database.url);
  await using database = openDatabase(parts.database.url);
  const functionParts = await createFunctionParts(config, { database, logger });
  await using runner = await startRunner({
    database,
    logger,
    appId,
    createHandler: (inngest) => createInngestHandler(inngest, functionParts),
  });
  logger.info('embedded runner works');
  await Promise.all([
    runOutboxRelay({ database, send: (event) => runner.send(event), logger, signal }),
    reportProcess({ database, engine: 'embedded', logger, signal }),
  ]);
});
// A step that is still under way was given back and runs again elsewhere: it must not keep this process.
process.exit();
