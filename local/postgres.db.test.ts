import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from './testing/test-database.ts';

describe(createTestDatabase, () => {
  it('gives a migrated UTF-8 database that others do not share', async () => {
    await using first = await createTestDatabase();
    await using second = await createTestDatabase();
    await first.db.execute(sql`create table only_here (id int)`);
    const [encoding] = await second.db.execute(sql`show server_encoding`);
    const tables = await second.db.execute(sql`select tablename from pg_tables where schemaname = 'public'`);
    expect(encoding).toEqual({ server_encoding: 'UTF8' });
    expect(tables.map((row) => row.tablename)).toContain('transcript_lines');
    expect(tables.map((row) => row.tablename)).not.toContain('only_here');
  });
});
