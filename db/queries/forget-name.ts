/** Takes a name out of the sentences about a meeting: those that nobody said, but a model, a function or a mail. */
import { sql } from 'drizzle-orm';
import type { MeetingId } from '../../lib/ids.ts';
import { type Forgotten, replaceNames, type Texts } from '../../lib/replace-names.ts';
import type { Summary } from '../../lib/summary.ts';
import { effectTools } from '../../lib/tools/registry.ts';
import type { EffectTool, ToolField } from '../../lib/tools/tool.ts';
import type { Tx } from '../database.ts';

interface Place {
  table: string;
  /** Its columns with texts. */
  texts: { readonly [column: string]: Texts };
  /** More than that a row is of the meeting. */
  condition?: string;
}

/** Without the quotes of tasks: what others said stays. */
const textsOfSummary = {
  overview: 'prose',
  topics: { title: 'prose', text: 'prose' },
  decisions: { text: 'prose' },
  tasks: { text: 'prose', owner: 'name' },
  questions: { text: 'prose' },
  numbers: { text: 'prose' },
} as const satisfies Record<keyof Summary, Texts>;

const textOfField: Record<ToolField['kind'], Texts> = {
  line: 'prose',
  text: 'prose',
  name: 'name',
  names: 'name',
  moment: {},
  date: {},
  minutes: {},
};

const textsOfArguments = ({ fields }: EffectTool): Texts =>
  Object.fromEntries(fields.map(({ key, kind }) => [key, textOfField[kind]]));

const places: Place[] = [
  { table: 'summaries', texts: { content: textsOfSummary, instructions: 'prose' } },
  { table: 'summary_drafts', texts: { written: textsOfSummary } },
  { table: 'tasks', texts: { text: 'prose', owner_name: 'name' } },
  { table: 'decisions', texts: { text: 'prose' } },
  { table: 'replies', texts: { question: 'prose', text: 'prose' } },
  { table: 'actions', texts: { message: 'prose' } },
  { table: 'approval_log', texts: { note: 'prose' } },
  ...effectTools.map((tool) => ({
    table: 'approvals',
    texts: {
      arguments: textsOfArguments(tool),
      people: { name: 'name' },
      original: textsOfArguments(tool),
      reason: 'prose',
    } as const,
    // What may still run is exactly what was shown.
    condition: `tool = '${tool.name}' and state <> 'pending' and not exists (
      select from actions a where a.approval_id = approvals.id and a.status in ('waiting', 'running'))`,
  })),
];

/**
 * Replaces names and addresses of one person wherever they stand for them in what is kept of the meeting, and in mails
 * about it. Names only where nobody else there has the same one: nobody could tell who is meant.
 */
export async function forgetName(
  tx: Tx,
  meetingId: MeetingId,
  { names, addresses, replacement }: Omit<Forgotten, 'others'>,
): Promise<void> {
  const people = await tx.execute<{ name: string }>(
    sql`select name from participants where meeting_id = ${meetingId}`,
  );
  const others = people.map(({ name }) => name);
  const folded = new Set(names.map((name) => name.toLowerCase()));
  const hasNamesake = others.some((name) => folded.has(name.toLowerCase()));
  const forgotten = { names: hasNamesake ? [] : names, addresses, others, replacement };
  for (const { table, texts, condition = 'true' } of places) {
    const where = sql`meeting_id = ${meetingId} and ${sql.raw(condition)}`;
    await rewrite(tx, { table, texts, where }, forgotten);
  }
  const texts: Place['texts'] = {
    subject: 'prose',
    html: 'html',
    text: 'prose',
    attachments: { content: 'prose' },
  };
  await rewrite(tx, { table: 'mails', texts, where: isAbout(meetingId) }, forgotten);
}

/**
 * Mails know their meeting, or the action or invitation that they come from. Of the latter those that are not out yet
 * are left: what goes out is what was approved, and calendars take news only from who has invited.
 */
function isAbout(meetingId: MeetingId) {
  return sql`(meeting_id = ${meetingId} or status not in ('queued', 'failed') and split_part(dedupe_key, ':', 2) in (
    select id from actions where meeting_id = ${meetingId}
    union all select i.id from invitations i join meetings m on i.meeting_id in (m.id, m.series_id)
      where m.id = ${meetingId}))`;
}

async function rewrite(
  tx: Tx,
  { table, texts, where }: Pick<Place, 'table' | 'texts'> & { where: ReturnType<typeof sql> },
  forgotten: Forgotten,
): Promise<void> {
  const columns = Object.keys(texts);
  const named = sql.raw(columns.map((column) => `'${column}', ${column}`).join(', '));
  const set = sql.raw(columns.map((column) => `${column} = changed.${column}`).join(', '));
  // Locked, so that a row keeps its place until the end of the transaction.
  const rows = await tx.execute<{ place: string; values: string }>(sql`
    select ctid::text as place, json_build_object(${named})::text as values
    from ${sql.identifier(table)} where ${where} for update`);
  for (const { place, values } of rows) {
    const was = JSON.stringify(JSON.parse(values));
    const is = JSON.stringify(replaceNames(JSON.parse(values), texts, forgotten));
    if (was === is) continue;
    await tx.execute(sql`update ${sql.identifier(table)} t set ${set}
      from json_populate_record(null::${sql.identifier(table)}, ${is}::text::json) changed
      where t.ctid = ${place}::tid`);
  }
}
