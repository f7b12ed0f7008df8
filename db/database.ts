/** Owns the connection pool of one process. */
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres, { type Sql } from 'postgres';
import { arrayTypes } from './array-types.ts';

export type Db = PostgresJsDatabase<Record<string, never>>;
/** A query function works on the pool or inside a transaction. */
export type Tx = Db | Parameters<Parameters<Db['transaction']>[0]>[0];

export interface Database extends AsyncDisposable {
  url: string;
  db: Db;
  /**
   * For advisory locks and arrays, which Drizzle does not cover. Use `begin` to hold a connection: `reserve` of one
   * that is new never comes back where types are not fetched (postgres.js 3.4).
   */
  sql: Sql;
}

/** Connects lazily; a database that does not answer shows at the first query, within 5 s. */
export function openDatabase(url: string, { maxConnections = 10 } = {}): Database {
  const sql = postgres(url, {
    max: maxConnections,
    connect_timeout: 5,
    fetch_types: false,
    types: arrayTypes,
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
