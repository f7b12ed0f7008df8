/**
 * Finds entries by words, in the newest meetings first. An index over words has no order in time, and a word such as
 * "the" is in most of a million lines: so meetings are searched in windows, each eight times as large as the one
 * before, until there is enough. A common word is found in the first window, a rare one is rare in all of them.
 */
import { sql } from 'drizzle-orm';
import type { EntryKind } from '../../lib/archive-messages.ts';
import type { MeetingId } from '../../lib/ids.ts';
import { meetingMark } from '../../lib/search-vector.ts';
import type { Db } from '../database.ts';
import type { SearchableMeeting } from './searchable-meetings.ts';

export interface FoundEntry {
  meetingId: MeetingId;
  kind: EntryKind;
  epoch: number;
  seq: number;
  ref: string;
}

export interface FoundEntries {
  /** By the order of the meetings; within one, notes before lines, and lines by time. */
  entries: FoundEntry[];
  /** Entries in the windows that were searched, also those above the limit. */
  count: number;
  /** There was no window left. */
  complete: boolean;
}

/** Lines of the first window: reading them one after the other takes a few milliseconds, whatever is looked for. */
const firstWindowLines = 2_000;
const growth = 8;
/**
 * Meetings that the index is asked for by name. Each costs it a look of its own; of more meetings it is asked for all
 * hits, which are few by then, and those of others are left out afterwards.
 */
const mostMarks = 20;

/** `query` is the text form of a tsquery; at most `limit` entries, behind the first `skip` ones. */
export async function findEntries(
  db: Db,
  meetings: readonly SearchableMeeting[],
  { query, limit, skip = 0 }: { query: string; limit: number; skip?: number },
): Promise<FoundEntries> {
  const found: FoundEntries = { entries: [], count: 0, complete: false };
  const windows = windowsOf(meetings);
  for (const [index, ids] of windows.entries()) {
    const rows = await searchWindow(db, ids, {
      query,
      limit: limit + skip - found.entries.length,
      byIndex: index > 0,
    });
    found.entries.push(...rows);
    found.count += rows[0]?.total ?? 0;
    found.complete = index === windows.length - 1;
    if (found.entries.length >= limit + skip) break;
  }
  found.entries = found.entries
    .slice(skip)
    .map(({ meetingId, kind, epoch, seq, ref }) => ({ meetingId, kind, epoch, seq, ref }));
  return { ...found, complete: found.complete || windows.length === 0 };
}

/** Meetings in groups by their lines, the first with about `firstWindowLines`, each next one `growth` times as large. */
export function windowsOf(meetings: readonly Pick<SearchableMeeting, 'id' | 'lines'>[]): MeetingId[][] {
  const windows: MeetingId[][] = [];
  let room = 0;
  let size = firstWindowLines;
  for (const { id, lines } of meetings) {
    const last = windows.at(-1);
    if (last && room >= lines) {
      last.push(id);
      room -= lines;
    } else {
      windows.push([id]);
      room = size - lines;
      size *= growth;
    }
  }
  return windows;
}

async function searchWindow(
  db: Db,
  ids: readonly MeetingId[],
  { query, limit, byIndex }: { query: string; limit: number; byIndex: boolean },
): Promise<(FoundEntry & { total: number })[]> {
  const marks = ids.map((id) => `'${meetingMark(id)}'`).join(' | ');
  const narrowed = ids.length > mostMarks ? query : `(${query}) & (${marks})`;
  const columns = sql.raw('e.meeting_id, e.kind, e.epoch, e.seq, e.ref, e.start_ms');
  const wanted = sql`jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb) with ordinality as m(id, place)`;
  // Both say how, and not only what: the planner cannot know how many meetings there are, and would read all lines.
  const source = byIndex
    ? sql`${wanted} join found e on e.meeting_id = m.id`
    : sql`${wanted} cross join lateral (select ${columns} from search_entries e
        where e.meeting_id = m.id and ts_match_vq(e.vector, ${query}::tsquery) offset 0) e`;
  const found = byIndex
    ? sql`with found as materialized (select ${columns} from search_entries e where e.vector @@ ${narrowed}::tsquery)`
    : sql``;
  const rows = await db.execute<FoundEntry & { total: number } & Record<string, unknown>>(sql`
    ${found}
    select e.meeting_id as "meetingId", e.kind, e.epoch, e.seq, e.ref, (count(*) over ())::int as total
    from ${source}
    order by m.place, array_position('{title,summary,decision,task,line}'::text[], e.kind), e.start_ms, e.epoch, e.seq, e.ref
    limit ${limit}`);
  return [...rows];
}

/** English stems of words; those that are none, or too common to count, are left out. */
export async function findStems(db: Db, words: readonly string[]): Promise<Map<string, string>> {
  if (words.length === 0) return new Map();
  const rows = await db.execute<{ word: string; stem: string }>(sql`
    select w.word, (ts_lexize('english_stem', w.word))[1] as stem
    from jsonb_array_elements_text(${JSON.stringify(words)}::text::jsonb) as w(word)
    where cardinality(ts_lexize('english_stem', w.word)) > 0`);
  return new Map(rows.map(({ word, stem }) => [word, stem]));
}
