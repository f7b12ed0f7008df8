/** What stands in the database, row by row, and what became of it. */
import type { Sql } from 'postgres';

/** Tables of machinery that moves by itself, and what is only derived from others. */
const restless = new Set([
  'attempts',
  // A row for each page that opens a document.
  'document_clients',
  'embeddings',
  'passage_indexes',
  'passages',
  'process_heartbeats',
  'runner_events',
  'runner_runs',
  'runner_steps',
  'search_entries',
  'search_pending',
  'webhook_inbox',
]);

/** Columns that the same machinery writes again and again. */
const restlessColumns = ['last_heartbeat_at', 'last_asked_at', 'state_at', 'sent_at', 'due_at'];

/** Columns that say whose a row is: what the intruder does in its own name is nobody's business. */
const ownerColumns = ['asker_id', 'participant_id', 'by', 'id'];

/** Takes down all rows now; the function it gives says, a sentence each, what has changed since then. */
export async function watchRows(sql: Sql, intruderId: string): Promise<() => Promise<string[]>> {
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`;
  const watched = tables.map(({ name }) => name).filter((name) => !restless.has(name));
  const read = async () => {
    const selects = watched.map(
      (name) => `
        select '${name} ' || (row - $1::text[])::text as row
        from (select to_jsonb(t) as row from "${name}" t) rows
        where not exists (select 1 from unnest($2::text[]) as owner where row->>owner = $3)`,
    );
    const rows = await sql.unsafe<{ row: string }[]>(selects.join(' union all '), [
      restlessColumns,
      ownerColumns,
      intruderId,
    ]);
    return new Set(rows.map(({ row }) => row));
  };
  let before = await read();
  return async () => {
    const after = await read();
    const came = [...after].filter((row) => !before.has(row)).map((row) => `row now: ${row}`);
    const went = [...before].filter((row) => !after.has(row)).map((row) => `row no more: ${row}`);
    before = after;
    return [...came, ...went];
  };
}
