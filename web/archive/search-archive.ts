/** Searches what somebody may see by words: lines as they count, titles, summaries, decisions and tasks. */
import type { Db } from '../../db/database.ts';
import { findEntries, findStems } from '../../db/queries/search-entries.ts';
import { findEntryTexts } from '../../db/queries/search-texts.ts';
import {
  listSearchableMeetings,
  type SearchableMeeting,
  type SearchScope,
} from '../../db/queries/searchable-meetings.ts';
import {
  archiveLimits,
  type FoundMeeting,
  type SearchAnswer,
  type SearchHit,
} from '../../lib/archive-messages.ts';
import type { MeetingId } from '../../lib/ids.ts';
import { findMarks } from '../../lib/search-marks.ts';
import { formatSearch, parseSearch, stemmedWords } from '../../lib/search-query.ts';
import { speakerMarks } from '../../lib/search-vector.ts';
import { formatSearchCursor, meetingsFrom, parseSearchCursor, type SearchCursor } from './search-cursor.ts';

interface ArchiveSearch {
  scope: SearchScope;
  q: string;
  /** Part of a name; empty: everybody. */
  speaker: string;
  /** Cursor of the page before; empty: from the beginning. */
  after: string;
  /** Notes whose words are shown, not only whose titles; done while they are looked up. */
  note?(meetingIds: readonly MeetingId[]): Promise<void>;
}

const nothing = { meetings: [], count: 0, complete: true, next: null };

/** Throws `bad_request` for a cursor that is none. */
export async function searchArchive(
  db: Db,
  { scope, q, speaker, after, note }: ArchiveSearch,
): Promise<SearchAnswer> {
  const cursor = after === '' ? null : parseSearchCursor(after);
  const terms = parseSearch(q);
  if (terms.length === 0) return { ...nothing, matched: 'none' };
  const [stems, all] = await Promise.all([
    findStems(db, stemmedWords(terms)),
    listSearchableMeetings(db, scope),
  ]);
  const { meetings, seen } = cursor ? meetingsFrom(all, cursor) : { meetings: all, seen: 0 };
  const marks = speakerMarks(speaker);
  const find = (matched: 'all' | 'any') => {
    const words = formatSearch(terms, stems, matched);
    const query = [`(${words})`, ...marks.map((mark) => `'${mark}'`)].join(' & ');
    return findEntries(db, meetings, { query, limit: archiveLimits.page + 1, skip: seen });
  };
  let matched: 'all' | 'any' = cursor?.matched ?? 'all';
  let found = await find(matched);
  if (found.count === 0 && terms.length > 1 && !cursor) {
    matched = 'any';
    found = await find(matched);
  }
  const { count, complete } = found;
  const entries = found.entries.slice(0, archiveLimits.page);
  const quoted = entries.filter(({ kind }) => kind !== 'title').map(({ meetingId }) => meetingId);
  const [texts] = await Promise.all([findEntryTexts(db, entries), note?.([...new Set(quoted)])]);
  const hits = entries.flatMap(({ meetingId, kind }, index) => {
    const text = texts[index];
    return text ? [{ meetingId, hit: { kind, ...text, marks: findMarks(text.text, terms, stems) } }] : [];
  });
  const last = entries.at(-1);
  const atMs = meetings.find(({ id }) => id === last?.meetingId)?.atMs;
  const next: SearchCursor | null =
    last && atMs !== undefined && found.entries.length > entries.length
      ? { meetingId: last.meetingId, atMs, seen: seenOf(last.meetingId, entries, cursor), matched }
      : null;
  return {
    meetings: groupByMeeting(hits, meetings),
    matched,
    count,
    complete,
    next: next && formatSearchCursor(next),
  };
}

/** Entries of the last meeting on this page and the ones before. */
function seenOf(
  id: SearchCursor['meetingId'],
  entries: readonly { meetingId: string }[],
  before: SearchCursor | null,
): number {
  const here = entries.filter(({ meetingId }) => meetingId === id).length;
  return here + (before?.meetingId === id ? before.seen : 0);
}

function groupByMeeting(
  hits: readonly { meetingId: FoundMeeting['id']; hit: SearchHit }[],
  meetings: readonly SearchableMeeting[],
): FoundMeeting[] {
  const groups = Map.groupBy(hits, ({ meetingId }) => meetingId);
  return meetings.flatMap(({ id, title, atMs }) => {
    const group = groups.get(id);
    return group ? [{ id, title, atMs, hits: group.map(({ hit }) => hit) }] : [];
  });
}
