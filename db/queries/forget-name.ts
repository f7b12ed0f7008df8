/** Takes a name out of the sentences about a meeting: those that nobody said, but a model, a function or a mail. */
import { sql } from 'drizzle-orm';
import type { MeetingId } from '../../lib/ids.ts';
import { replaceNames } from '../../lib/replace-names.ts';
import type { Tx } from '../database.ts';

interface Place {
  table: string;
  columns: string[];
  /** More than that a row is of the meeting. */
  condition?: string;
}

const places: Place[] = [
  { table: 'summaries', columns: ['content', 'instructions'] },
  { table: 'summary_drafts', columns: ['written'] },
  { table: 'tasks', columns: ['text', 'owner_name'] },
  { table: 'decisions', columns: ['text'] },
  { table: 'replies', columns: ['question', 'text'] },
  { table: 'actions', columns: ['message'] },
  { table: 'approval_log', columns: ['note'] },
  {
    table: 'approvals',
    columns: ['arguments', 'people', 'original', 'reason'],
    // What may still run is exactly what was shown.
    condition: `state <> 'pending' and not exists (
      select from actions a where a.approval_id = approvals.id and a.status in ('waiting', 'running'))`,
  },
];

/**
 * Replaces names and addresses of one person wherever they stand in what is kept of the meeting, and in mails about it.
 * Names only where nobody else there has the same one: nobody could tell who is meant.
 */
export async function forgetName(
  tx: Tx,
  meetingId: MeetingId,
  { names, addresses, replacement }: { names: string[]; addresses: string[]; replacement: string },
): Promise<void> {
  const [namesake] = await tx.execute(sql`select 1 from participants
    where meeting_id = ${meetingId} and lower(name) in (${sql.join(
      names.map((name) => sql`lower(${name})`),
      sql`, `,
    )})`);
  const texts = namesake ? addresses : [...addresses, ...names];
  const change = (was: unknown) => replaceNames(was, texts, replacement);
  for (const { table, columns, condition = 'true' } of places) {
    const where = sql`meeting_id = ${meetingId} and ${sql.raw(condition)}`;
    await rewrite(tx, { table, columns, where }, change);
  }
  // A calendar takes the news of an event only from who has invited to it: what waits goes out as it is.
  const where = sql`${isAbout(meetingId)} and not (status = 'queued' and starts_with(kind, 'meeting_'))`;
  await rewrite(tx, { table: 'mails', columns: ['subject', 'html', 'text', 'attachments'], where }, change);
}

/** Mails know their meeting, or the action or invitation that they come from. */
function isAbout(meetingId: MeetingId) {
  return sql`(meeting_id = ${meetingId} or split_part(dedupe_key, ':', 2) in (
    select id from actions where meeting_id = ${meetingId}
    union all select i.id from invitations i join meetings m on i.meeting_id in (m.id, m.series_id)
      where m.id = ${meetingId}))`;
}

async function rewrite(
  tx: Tx,
  { table, columns, where }: { table: string; columns: string[]; where: ReturnType<typeof sql> },
  change: (was: unknown) => unknown,
): Promise<void> {
  const named = sql.raw(columns.map((column) => `'${column}', ${column}`).join(', '));
  const set = sql.raw(columns.map((column) => `${column} = changed.${column}`).join(', '));
  // Locked, so that a row keeps its place until the end of the transaction.
  const rows = await tx.execute<{ place: string; texts: string }>(sql`
    select ctid::text as place, json_build_object(${named})::text as texts
    from ${sql.identifier(table)} where ${where} for update`);
  for (const { place, texts } of rows) {
    const was = JSON.stringify(JSON.parse(texts));
    const is = JSON.stringify(change(JSON.parse(texts)));
    if (was === is) continue;
    await tx.execute(sql`update ${sql.identifier(table)} t set ${set}
      from json_populate_record(null::${sql.identifier(table)}, ${is}::text::json) changed
      where t.ctid = ${place}::tid`);
  }
}
