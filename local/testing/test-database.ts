import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, inject } from 'vitest';
import { type Database, openDatabase } from '../../db/database.ts';

type TestDatabase = Database & { url: string };

/** A fresh, migrated database for all tests of a file, dropped after them: `const database = await shareTestDatabase();`. */
export async function shareTestDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  afterAll(() => database[Symbol.asyncDispose]());
  return database;
}

/** One for a single test; `await using` drops it. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = new URL(inject('postgresTemplateUrl'));
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = new URL(template);
  admin.pathname = '/postgres';
  const url = new URL(template);
  url.pathname = `/${name}`;

  await withAdmin(
    admin.href,
    (sql) => sql`create database ${sql(name)} template ${sql(template.pathname.slice(1))}`,
  );
  const database = openDatabase(url.href);
  return {
    ...database,
    url: url.href,
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      await withAdmin(admin.href, (sql) => sql`drop database ${sql(name)} with (force)`);
    },
  };
}

async function withAdmin(url: string, act: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    // Copies of one template wait for each other; without the lock the second caller gets an error.
    await sql`select pg_advisory_lock(20_260_101)`;
    await act(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
