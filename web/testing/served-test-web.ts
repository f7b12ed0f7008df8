import type { Database } from '../../db/database.ts';
import { startServer } from '../../lib/server.ts';
import { createTestDatabase } from '../../local/testing/test-database.ts';
import { createTestWeb, type TestWeb } from './test-web.ts';

export interface ServedTestWeb extends TestWeb, AsyncDisposable {
  database: Database;
  /** Like `http://127.0.0.1:40000`. */
  url: string;
}

/** The whole of web at a port of its own, for what is no single request. `shared`: a second one beside another. */
export async function serveTestWeb(shared?: Database): Promise<ServedTestWeb> {
  await using resources = new AsyncDisposableStack();
  const database = shared ?? resources.use(await createTestDatabase());
  const web = createTestWeb(database);
  const { url } = resources.use(await startServer(web.app, { host: '127.0.0.1', port: 0 }));
  const kept = resources.move();
  return { ...web, database, url, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}
