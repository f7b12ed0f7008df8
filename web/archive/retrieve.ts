/** The passages that a question can be answered from: found by words and by meaning, the best of both, no two alike. */
import type { Db } from '../../db/database.ts';
import { type FinalLine, listFinalLines } from '../../db/queries/final-lines.ts';
import type { NearestPassages, NearPassage } from '../../db/queries/nearest-passages.ts';
import type { FoundEntry } from '../../db/queries/search-entries.ts';
import {
  listSearchableMeetings,
  type SearchableMeeting,
  type SearchScope,
} from '../../db/queries/searchable-meetings.ts';
import type { Embedder } from '../../lib/embedder.ts';
import type { MeetingId } from '../../lib/ids.ts';
import { cutPassages, type Passage } from '../../lib/passages.ts';
import { chooseDiverse } from './choose-diverse.ts';
import { fuseRanks } from './fuse-ranks.ts';
import { findQuestionWords, type QuestionWord } from './question-words.ts';
import { overlapOf, scorePassage } from './rank-passages.ts';

export interface Meaning {
  embedder: Embedder;
  passages: NearestPassages;
}

export interface Retrieved {
  /** The best first; their lines are in order, and no line is in two of them. */
  excerpts: Excerpt[];
  words: QuestionWord[];
  /** Meetings and lines that may be read. */
  meetings: number;
  lines: number;
}

export interface Excerpt {
  meeting: SearchableMeeting;
  lines: FinalLine[];
}

/** Meetings whose lines are read for one question. */
const mostMeetings = 8;
/** Passages that mean something alike, before they are fused with those that share words. */
const nearPassages = 40;
const candidates = 24;
const chosenPassages = 10;
/** A question is short; a server that takes longer is left out, and words decide alone. */
const embedTimeoutMs = 3_000;

export async function retrieve(
  { db, meaning }: { db: Db; meaning: Meaning | null },
  scope: SearchScope,
  question: string,
): Promise<Retrieved> {
  const meetings = await listSearchableMeetings(db, scope);
  const [{ words, entries }, near] = await Promise.all([
    findQuestionWords(db, meetings, question),
    findNear(meaning, meetings, question),
  ]);
  const read = await readMeetings(db, chooseMeetings(meetings, entries, near));
  const chosen = chooseDiverse({
    candidates: rank(read, words, near).slice(0, candidates),
    likeness: (a, b) => (a.meeting === b.meeting ? overlapOf(a.passage, b.passage) : 0),
    count: chosenPassages,
  });
  return {
    excerpts: joinNeighbours(chosen),
    words,
    meetings: meetings.length,
    lines: meetings.reduce((sum, { lines }) => sum + lines, 0),
  };
}

/** Nothing where there is no model for it, or it does not answer: words find most of it alone. */
async function findNear(
  meaning: Meaning | null,
  meetings: readonly SearchableMeeting[],
  question: string,
): Promise<NearPassage[]> {
  if (!meaning) return [];
  const signal = AbortSignal.timeout(embedTimeoutMs);
  const [vector] = await meaning.embedder.embed([question], signal).catch(() => []);
  if (!vector) return [];
  return meaning.passages.find(
    meetings.map(({ id }) => id),
    vector,
    nearPassages,
  );
}

/** Those that have most of the words, and those that mean something alike: by turns. */
function chooseMeetings(
  meetings: readonly SearchableMeeting[],
  entries: readonly { entry: FoundEntry; weight: number }[],
  near: readonly NearPassage[],
): SearchableMeeting[] {
  const byWords = new Map<MeetingId, number>();
  const lines = Map.groupBy(
    entries,
    ({ entry }) => `${entry.meetingId} ${entry.epoch} ${entry.seq} ${entry.ref}`,
  );
  for (const [, group] of lines) {
    const id = group[0]?.entry.meetingId;
    const score = group.reduce((sum, { weight }) => sum + weight, 0);
    if (id) byWords.set(id, Math.max(byWords.get(id) ?? 0, score));
  }
  const wordRanks = [...byWords].sort(([, a], [, b]) => b - a).map(([id]) => id);
  const nearRanks = [...new Set(near.map(({ meetingId }) => meetingId))];
  const known = new Map(meetings.map((meeting) => [meeting.id as string, meeting]));
  return fuseRanks([wordRanks, nearRanks])
    .slice(0, mostMeetings)
    .flatMap((id) => known.get(id) ?? []);
}

interface Candidate {
  meeting: SearchableMeeting;
  passage: Passage<FinalLine>;
  /** Place of its first line in the meeting. */
  from: number;
  all: readonly FinalLine[];
}

async function readMeetings(db: Db, meetings: readonly SearchableMeeting[]): Promise<Candidate[]> {
  const read = await Promise.all(
    meetings.map(async (meeting) => {
      const all = await listFinalLines(db, meeting.id);
      return cutPassages(all).map((passage) => {
        const [first] = passage.lines;
        return { meeting, passage, from: first ? all.indexOf(first) : 0, all };
      });
    }),
  );
  return read.flat();
}

function rank(
  read: readonly Candidate[],
  words: readonly QuestionWord[],
  near: readonly NearPassage[],
): Candidate[] {
  const keyOf = ({ meeting, passage }: Candidate) => `${meeting.id} ${passage.hash}`;
  const byWords = read
    .map((candidate) => ({ candidate, score: scorePassage(candidate.passage, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ candidate }) => keyOf(candidate));
  const byMeaning = near.map(({ meetingId, hash }) => `${meetingId} ${hash}`);
  const known = new Map(read.map((candidate) => [keyOf(candidate), candidate]));
  return fuseRanks([byWords, byMeaning]).flatMap((key) => known.get(key) ?? []);
}

/** Passages that touch or overlap are one excerpt, at the place of the better one. */
function joinNeighbours(chosen: readonly Candidate[]): Excerpt[] {
  const spans: { meeting: SearchableMeeting; all: readonly FinalLine[]; from: number; to: number }[] = [];
  for (const { meeting, passage, from, all } of chosen) {
    let span = { meeting, all, from, to: from + passage.lines.length };
    const touching = spans.filter(
      (other) => other.meeting === meeting && other.from <= span.to && span.from <= other.to,
    );
    for (const other of touching) {
      span = { ...span, from: Math.min(span.from, other.from), to: Math.max(span.to, other.to) };
    }
    const at = touching[0] ? spans.indexOf(touching[0]) : spans.length;
    spans[at] = span;
    for (const other of touching.slice(1)) spans.splice(spans.indexOf(other), 1);
  }
  return spans.map(({ meeting, all, from, to }) => ({ meeting, lines: all.slice(from, to) }));
}
