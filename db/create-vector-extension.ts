import type { Sql } from 'postgres';

/**
 * Creates pgvector where the server has it and the role may create it: questions are then compared with
 * passages in the database. Without it they are compared in web, with the same result.
 */
export async function createVectorExtension(sql: Sql): Promise<void> {
  await sql`
    do $$ begin
      if exists (select 1 from pg_available_extensions where name = 'vector') then
        create extension if not exists vector;
      end if;
    exception when insufficient_privilege then null;
    end $$`.simple();
}
