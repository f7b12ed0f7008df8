/** The texts behind found entries, as they are now: an entry holds only words. */
import { and, inArray, isNull, sql } from 'drizzle-orm';
import type { LineRef } from '../../lib/assistant-messages.ts';
import type { Id, MeetingId } from '../../lib/ids.ts';
import { summaryNotes } from '../../lib/summary-notes.ts';
import type { Db } from '../database.ts';
import { meetings } from '../schema/meetings.ts';
import { summaries } from '../schema/summaries.ts';
import { decisions, tasks } from '../schema/tasks.ts';
import { findFinalLines } from './final-lines.ts';
import type { FoundEntry } from './search-entries.ts';

export interface EntryText {
  text: string;
  /** Of a line, else null. */
  speaker: string | null;
  /** The line itself, or the first one that it comes from. */
  line: LineRef | null;
  startMs: number | null;
}

/** In the order of the entries; null for what has gone since it was indexed. */
export async function findEntryTexts(db: Db, entries: readonly FoundEntry[]): Promise<(EntryText | null)[]> {
  const of = (kind: FoundEntry['kind']) => entries.filter((entry) => entry.kind === kind);
  const texts = new Map<string, EntryText>();
  const add = (entry: FoundEntry, text: EntryText) => texts.set(keyOf(entry), text);
  const addAll = (found: (FoundEntry & EntryText)[]) => {
    for (const each of found) add(each, each);
  };
  addAll(await findLines(db, of('line')));
  addAll(await findNotes(db, 'task', of('task')));
  addAll(await findNotes(db, 'decision', of('decision')));
  addAll(await findSummaries(db, of('summary')));
  addAll(await findTitles(db, of('title')));
  return entries.map((entry) => texts.get(keyOf(entry)) ?? null);
}

type Found = FoundEntry & EntryText;

const keyOf = ({ meetingId, kind, epoch, seq, ref }: FoundEntry) =>
  [meetingId, kind, epoch, seq, ref].join(' ');

async function findLines(db: Db, entries: readonly FoundEntry[]): Promise<Found[]> {
  if (entries.length === 0) return [];
  const lines = await findFinalLines(db, entries);
  return lines.map(({ meetingId, epoch, seq, text, speakerName, startMs }) => ({
    ...{ meetingId, kind: 'line', epoch, seq, ref: '' },
    ...{ text, speaker: speakerName, line: { epoch, seq }, startMs },
  }));
}

async function findNotes(
  db: Db,
  kind: 'task' | 'decision',
  entries: readonly FoundEntry[],
): Promise<Found[]> {
  if (entries.length === 0) return [];
  const table = kind === 'task' ? tasks : (decisions as unknown as typeof tasks);
  const rows = await db
    .select({
      meetingId: table.meetingId,
      id: table.id,
      text: table.text,
      lines: table.lines,
      causeEpoch: table.causeEpoch,
      causeSeq: table.causeSeq,
    })
    .from(table)
    .where(
      and(
        inArray(
          table.id,
          entries.map(({ ref }) => ref as Id<'tsk'>),
        ),
        isNull(table.removedAt),
      ),
    );
  const cause = (row: (typeof rows)[number]) =>
    row.causeEpoch !== null && row.causeSeq !== null ? { epoch: row.causeEpoch, seq: row.causeSeq } : null;
  return rows.map((row) => note({ kind, ...row, ref: row.id, line: row.lines[0] ?? cause(row) }));
}

async function findSummaries(db: Db, entries: readonly FoundEntry[]): Promise<Found[]> {
  if (entries.length === 0) return [];
  const rows = await db
    .selectDistinctOn([summaries.meetingId], { meetingId: summaries.meetingId, content: summaries.content })
    .from(summaries)
    .where(inArray(summaries.meetingId, meetingsOf(entries)))
    .orderBy(summaries.meetingId, sql`${summaries.version} desc`);
  return rows.flatMap(({ meetingId, content }) =>
    summaryNotes(content).map(({ ref, text, lines }) =>
      note({ kind: 'summary', meetingId, ref, text, line: lines[0] ?? null }),
    ),
  );
}

async function findTitles(db: Db, entries: readonly FoundEntry[]): Promise<Found[]> {
  if (entries.length === 0) return [];
  const rows = await db
    .select({ meetingId: meetings.id, text: meetings.title })
    .from(meetings)
    .where(inArray(meetings.id, meetingsOf(entries)));
  return rows.map((row) => note({ ...row, kind: 'title', ref: '', line: null }));
}

const meetingsOf = (entries: readonly FoundEntry[]): MeetingId[] => [
  ...new Set(entries.map(({ meetingId }) => meetingId)),
];

function note({
  meetingId,
  kind,
  ref,
  text,
  line,
}: Pick<Found, 'meetingId' | 'kind' | 'ref' | 'text' | 'line'>): Found {
  return { meetingId, kind, epoch: 0, seq: 0, ref, text, speaker: null, line, startMs: null };
}
