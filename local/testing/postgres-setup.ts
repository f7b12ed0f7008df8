/** Vitest global setup: one Postgres in a temporary folder, with a migrated database to copy from. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { migrateDatabase } from '../../db/migrate.ts';
import { startPostgres } from '../postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated template database; nobody may be connected to it while it is copied. */
    postgresTemplateUrl: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-test-postgres-'));
  const server = await startPostgres({ folder, durable: false });
  const template = new URL(server.url);
  template.pathname = '/parley_template';
  const sql = postgres(server.url, { max: 1 });
  await sql`create database parley_template`;
  await sql.end();
  await migrateDatabase(template.href);
  project.provide('postgresTemplateUrl', template.href);
  return async () => {
    await server[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  };
}
