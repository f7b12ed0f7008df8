/** The telling words of a question, and how rare each of them is. */
import type { Db } from '../../db/database.ts';
import { type FoundEntry, findEntries, findStems } from '../../db/queries/search-entries.ts';
import type { SearchableMeeting } from '../../db/queries/searchable-meetings.ts';
import { formatSearch } from '../../lib/search-query.ts';
import { speakerMarks } from '../../lib/search-vector.ts';
import { wordsOf } from '../../lib/search-words.ts';

export interface QuestionWord {
  word: string;
  stem: string;
  /** Lines that have it, in all that may be read; no more than `mostLines` are counted. */
  lines: number;
  /** Of Okapi BM25: the rarer, the more. */
  weight: number;
}

/** Of a longer question the rest does not count. */
const mostWords = 16;
/** Newest lines that are looked at for one word. */
const mostLines = 300;

export const matchesWord = (said: string, { word, stem }: QuestionWord): boolean =>
  said === word || said === stem || (said.startsWith(stem) && said.length - stem.length <= 3);

/** Words that are in no list of empty ones, with the newest entries that have each. */
export async function findQuestionWords(
  db: Db,
  meetings: readonly SearchableMeeting[],
  question: string,
): Promise<{ words: QuestionWord[]; entries: { entry: FoundEntry; weight: number }[] }> {
  const asked = [...new Set(wordsOf(question).map(({ word }) => word))].filter((word) => word.length > 1);
  const stems = await findStems(db, asked);
  const total = meetings.reduce((sum, { lines }) => sum + lines, 0);
  const telling = asked.filter((word) => stems.has(word)).slice(0, mostWords);
  const found = await Promise.all(
    telling.map(async (word) => {
      const term = { words: [word], exact: false, open: false };
      const [mark = ''] = speakerMarks(word);
      const query = `${formatSearch([term], stems, 'all')} | '${mark}'`;
      const { entries, count } = await findEntries(db, meetings, { query, limit: mostLines });
      const weight = Math.log(1 + (Math.max(0, total - count) + 0.5) / (count + 0.5));
      return { word: { word, stem: stems.get(word) ?? word, lines: count, weight }, entries };
    }),
  );
  return {
    words: found.map(({ word }) => word),
    entries: found.flatMap(({ word, entries }) => entries.map((entry) => ({ entry, weight: word.weight }))),
  };
}
