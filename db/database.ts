/** Owns the connection pool of one process. */
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres, { type Sql } from 'postgres';

export type Db = PostgresJsDatabase<Record<string, never>>;
/** A query function works on the pool or inside a transaction. */
export type Tx = Db | Parameters<Parameters<Db['transaction']>[0]>[0];

export interface Database extends AsyncDisposable {
  url: string;
  db: Db;
  /** For advisory locks and arrays, which Drizzle does not cover. */
  sql: Sql;
}

/** Connects lazily; a database that does not answer shows at the first query, within 5 s. */
export function openDatabase(url: string, { maxConnections = 10 } = {}): Database {
  const sql = postgres(url, {
    max: maxConnections,
    connect_timeout: 5,
    // Timestamps are written by the server or as Date; notices are not worth a line each.
    onnotice: () => undefined,
    // Statements here take milliseconds; compiling one first takes twenty.
    connection: { jit: 'off' },
  });
  return {
    url,
    db: drizzle(sql),
    sql,
    [Symbol.asyncDispose]: () => sql.end({ timeout: 5 }),
  };
}
