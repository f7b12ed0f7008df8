/** `npm run check:access`: every route of the API, tried as everyone, on a real Postgres. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../db/database.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { startPostgres } from '../local/postgres.ts';
import { compareRoutes } from '../web/api-table/compare-routes.ts';
import { createApp } from '../web/app.ts';
import { walkAccess } from '../web/testing/access-walk.ts';
import { createTestWeb } from '../web/testing/test-web.ts';

const folder = await mkdtemp(join(tmpdir(), 'parley-access-'));
try {
  await using server = await startPostgres({ folder, durable: false });
  await migrateDatabase(server.url);
  await using database = openDatabase(server.url);
  const web = createTestWeb(database);
  const { withoutEntry, withoutRoute } = compareRoutes(createApp(web.context, { clientFolder: '.' }));
  const { tried, leaks, faults } = await walkAccess(web);
  const problems = [
    ...withoutEntry.map((name) => `no entry in web/api-table for ${name}`),
    ...withoutRoute.map((name) => `web/api-table describes a route that is not served: ${name}`),
    ...faults,
    ...leaks.map((leak) => `LEAK: ${leak}`),
  ];
  for (const problem of problems) console.log(problem);
  console.log(`tried=${tried} ${leaks.length} leaks`);
  process.exitCode = problems.length > 0 ? 1 : 0;
} finally {
  await rm(folder, { recursive: true, force: true });
}
