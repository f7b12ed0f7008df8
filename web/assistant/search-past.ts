import type { z } from 'zod/mini';
import { findFinalLines } from '../../db/queries/final-lines.ts';
import { listMembers, viewerOf } from '../../db/queries/members.ts';
import type { FoundEntry } from '../../db/queries/search-entries.ts';
import { listSearchableMeetings, type SearchableMeeting } from '../../db/queries/searchable-meetings.ts';
import type { PastLines, searchPastSchema } from '../../lib/assistant-messages.ts';
import type { MeetingId } from '../../lib/ids.ts';
import { findQuestionWords } from '../archive/question-words.ts';
import type { WebContext } from '../context.ts';

const mostLines = 20;

/**
 * Lines of earlier meetings with any of the words, the most telling first: for the asker's own panel of meetings that
 * the asker may read, and aloud of those that everyone present may read. Who is not of this meeting gets none.
 */
export async function searchPast(
  { database: { db } }: WebContext,
  meetingId: MeetingId,
  { q, askedBy, audience }: z.infer<typeof searchPastSchema>,
): Promise<PastLines> {
  const members = await listMembers(db, meetingId);
  const asker = members.find(({ id }) => id === askedBy);
  if (!asker) return { lines: [] };
  const others = members.filter(({ id, present }) => audience === 'all' && present && id !== askedBy);
  const meetings = await listSearchableMeetings(db, {
    kind: 'shared',
    viewers: [viewerOf(asker), ...others.map(viewerOf)],
    except: meetingId,
  });
  const { entries } = await findQuestionWords(db, meetings, q);
  const best = rankLines(entries, meetings).slice(0, mostLines);
  const texts = new Map((await findFinalLines(db, best)).map((line) => [keyOf(line), line]));
  return {
    lines: best.flatMap((each) => {
      const line = texts.get(keyOf(each));
      if (!line) return [];
      const { id, title, atMs } = each.meeting;
      const { speakerName, text } = line;
      return [{ meetingId: id, meetingTitle: title, atMs: atMs + line.startMs, speakerName, text }];
    }),
  };
}

interface LineKey {
  meetingId: MeetingId;
  epoch: number;
  seq: number;
}

const keyOf = ({ meetingId, epoch, seq }: LineKey) => `${meetingId} ${epoch}.${seq}`;

/** By the weight of all words that a line has; of equal ones those of newer meetings first. */
function rankLines(
  entries: readonly { entry: FoundEntry; weight: number }[],
  meetings: readonly SearchableMeeting[],
): (LineKey & { meeting: SearchableMeeting })[] {
  const places = new Map(meetings.map((meeting, place) => [meeting.id, { meeting, place }]));
  const ofLines = Map.groupBy(
    entries.filter(({ entry }) => entry.kind === 'line'),
    ({ entry }) => keyOf(entry),
  );
  return [...ofLines.values()]
    .flatMap((found) => {
      const entry = found[0]?.entry;
      const known = entry && places.get(entry.meetingId);
      return known ? [{ ...entry, ...known, score: found.reduce((sum, { weight }) => sum + weight, 0) }] : [];
    })
    .sort((a, b) => b.score - a.score || a.place - b.place);
}
