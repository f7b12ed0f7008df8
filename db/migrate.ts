import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { builtInPersonas } from './built-in-personas.ts';
import { createVectorExtension } from './create-vector-extension.ts';
import { installBuiltInPersona } from './queries/personas.ts';
import { reachDatabase } from './reach-database.ts';

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

/** Any 64-bit number, the same in every process: who holds it migrates, the others wait. */
const migrationLock = 7_205_759_403_792;

/**
 * Brings the database to the newest schema, with the personas that come with Parley. Concurrent callers wait for each other, since Drizzle's migrator
 * does not lock by itself (drizzle-orm#874). Throws when a committed migration was skipped.
 */
export async function migrateDatabase(url: string): Promise<void> {
  await reachDatabase(url);
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(${migrationLock})`;
    await migrate(drizzle(sql), { migrationsFolder });
    const journal = JSON.parse(await readFile(`${migrationsFolder}/meta/_journal.json`, 'utf8')) as {
      entries: unknown[];
    };
    const [applied] = await sql`select count(*)::int as count from drizzle.__drizzle_migrations`;
    if (applied?.count < journal.entries.length) {
      throw new Error(
        'A migration is older than the newest applied one and was skipped; give it a later date.',
      );
    }
    await createVectorExtension(sql);
    for (const persona of builtInPersonas) await installBuiltInPersona(drizzle(sql), persona);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
