/** Brings `search_entries` up to what `search_pending` says has changed. */
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { EntryKind } from '../../lib/archive-messages.ts';
import type { MeetingId } from '../../lib/ids.ts';
import { formatVector, meetingMark, speakerMarks, stemMark } from '../../lib/search-vector.ts';
import { wordsOf } from '../../lib/search-words.ts';
import { summaryNotes } from '../../lib/summary-notes.ts';
import type { Db, Tx } from '../database.ts';
import { meetings } from '../schema/meetings.ts';
import { searchEntries } from '../schema/search.ts';
import { summaries } from '../schema/summaries.ts';
import { decisions, tasks } from '../schema/tasks.ts';
import { type LineRange, listFinalLines } from './final-lines.ts';
import { mergeRanges, type PendingRange } from './search-ranges.ts';

/** Changes that are taken at once; one is a batch of lines, or the notes of a meeting. */
const changesAtOnce = 20;

interface Entry {
  kind: EntryKind;
  epoch: number;
  seq: number;
  ref: string;
  startMs: number;
  speakerName: string;
  text: string;
}

/**
 * Indexes until nothing is left, or the time is over: after a flood of lines the index may be late, and storing them
 * comes first. One caller at a time: two of them would write the same entry.
 */
export async function indexPending(db: Db, { forMs = Number.POSITIVE_INFINITY } = {}): Promise<void> {
  const until = performance.now() + forMs;
  while ((await indexSome(db)) && performance.now() < until);
}

/** Takes the oldest changes and writes their entries; false when there may be no more of them. */
async function indexSome(db: Db): Promise<boolean> {
  return await db.transaction(async (tx) => {
    const taken = await tx.execute<PendingRange & Record<string, unknown>>(sql`
      delete from search_pending where id in (select id from search_pending order by id limit ${changesAtOnce})
      returning meeting_id as "meetingId", epoch, from_seq as "fromSeq", to_seq as "toSeq"`);
    for (const { meetingId, epoch, fromSeq, toSeq } of mergeRanges([...taken])) {
      if (epoch === null) await indexNotes(tx, meetingId);
      else await indexLines(tx, meetingId, { epoch, fromSeq, toSeq });
    }
    return taken.length === changesAtOnce;
  });
}

async function indexLines(tx: Tx, meetingId: MeetingId, range: LineRange): Promise<void> {
  const lines = await listFinalLines(tx, meetingId, range);
  const { epoch, fromSeq, toSeq } = range;
  await tx
    .delete(searchEntries)
    .where(
      and(
        eq(searchEntries.meetingId, meetingId),
        eq(searchEntries.kind, 'line'),
        eq(searchEntries.epoch, epoch),
        sql`${searchEntries.seq} between ${fromSeq} and ${toSeq}`,
      ),
    );
  await insertEntries(
    tx,
    meetingId,
    lines.map((line) => ({ ...line, kind: 'line', ref: '' })),
  );
}

/** Title, newest summary, decisions and tasks. */
async function indexNotes(tx: Tx, meetingId: MeetingId): Promise<void> {
  const of = <T extends typeof tasks | typeof decisions>(table: T) =>
    tx
      .select({ ref: table.id, text: table.text })
      .from(table as typeof tasks)
      .where(and(eq(table.meetingId, meetingId), isNull(table.removedAt)));
  const [meeting] = await tx
    .select({ title: meetings.title })
    .from(meetings)
    .where(eq(meetings.id, meetingId));
  const [summary] = await tx
    .select({ content: summaries.content })
    .from(summaries)
    .where(eq(summaries.meetingId, meetingId))
    .orderBy(desc(summaries.version))
    .limit(1);
  const notes: [EntryKind, { ref: string; text: string }[]][] = [
    ['title', meeting ? [{ ref: '', text: meeting.title }] : []],
    ['summary', summary ? summaryNotes(summary.content) : []],
    ['decision', await of(decisions)],
    ['task', await of(tasks)],
  ];
  await tx
    .delete(searchEntries)
    .where(and(eq(searchEntries.meetingId, meetingId), sql`${searchEntries.kind} <> 'line'`));
  const empty = { epoch: 0, seq: 0, startMs: 0, speakerName: '' };
  await insertEntries(
    tx,
    meetingId,
    notes.flatMap(([kind, texts]) => texts.map(({ ref, text }) => ({ ...empty, kind, ref, text }))),
  );
}

/** English meetings are found by the stems of their words too, kept as `~plan`: "plans" by "planning". */
async function insertEntries(tx: Tx, meetingId: MeetingId, entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ kind, epoch, seq, ref, startMs, speakerName, text }) => ({
    kind,
    epoch,
    seq,
    ref,
    startMs,
    words: formatVector(text),
    marks: [meetingMark(meetingId), ...speakerMarks(speakerName)],
    plain: wordsOf(text)
      .map(({ word }) => word)
      .join(' '),
  }));
  await tx.execute(sql`
    insert into search_entries (meeting_id, kind, epoch, seq, ref, start_ms, vector)
    select m.id, e.kind, e.epoch, e.seq, e.ref, e."startMs",
      e.words::tsvector || array_to_tsvector(e.marks) || array_to_tsvector(
        case when m.language ~ '^en' then array(
          select ${stemMark('')} || s.lexeme from unnest(to_tsvector('english', e.plain)) s
          where s.lexeme <> all (string_to_array(e.plain, ' '))
        ) else '{}' end)
    from meetings m,
      jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
        as e(kind text, epoch int, seq int, ref text, "startMs" int, words text, marks text[], plain text)
    where m.id = ${meetingId}`);
}
