import type { ReadLine } from '../answers/read-lines.ts';
import { termsOf } from '../answers/terms.ts';
import { neighbour } from './neighbour.ts';
import { tellingWords } from './telling-words.ts';

/** Lines around an answer in which what it is about may stand, and how much it counts there; the nearest first. */
const places = [
  { step: 0, credit: 1 },
  { step: -1, credit: 1 },
  { step: 1, credit: 0.8 },
  { step: -2, credit: 0.8 },
  { step: -3, credit: 0.7 },
];
/** "When do they need it?": what it is about was named further before. */
const pointing = /\b(?:it|they|them|their|he|him|his|she|her|those|these|that|this)\b/i;
const thread = [-4, -5, -6, -7, -8].map((step) => ({ step, credit: 0.5 }));
/** Another word counts from the one likeness on, and as much as it may from the other on. */
const alike = { least: 0.35, most: 0.65, credit: 0.7 };

export interface Subject {
  words: readonly string[];
  weight: (term: string) => number;
  /** Of two words, -1 to 1. */
  likeness: (a: string, b: string) => number;
}

/** Share of what the question is about that was said at the line, 0 to 1; rare words count more. */
export function shareAbout(
  line: ReadLine,
  lines: readonly ReadLine[],
  { words, weight, likeness }: Subject,
): number {
  const near = wordsNear(line, lines);
  let share = 0;
  let total = 0;
  for (const word of words) {
    const worth = Math.max(0, ...termsOf(word).map(weight));
    const nearest = Math.max(-1, ...near.map((other) => likeness(word, other)));
    total += worth;
    share += worth * (creditOf(word, line, lines) ?? creditOfLikeness(nearest));
  }
  return total === 0 ? 1 : share / total;
}

/** The words that those of a question are compared with. */
export function wordsNear(line: ReadLine, lines: readonly ReadLine[]): string[] {
  return places.flatMap(({ step }) => tellingWords(saidAt(neighbour(line, lines, step))));
}

function creditOf(word: string, line: ReadLine, lines: readonly ReadLine[]): number | null {
  const wanted = termsOf(word);
  const place = [...places, ...threadOf(line, lines)].find(({ step }) => {
    const said = termsOf(saidAt(neighbour(line, lines, step)));
    return wanted.every((term) => said.includes(term));
  });
  return place?.credit ?? null;
}

/** Places further before, where the line or the one before it points back. */
function threadOf(line: ReadLine, lines: readonly ReadLine[]): readonly { step: number; credit: number }[] {
  const isPointing = [line, neighbour(line, lines, -1)].some((each) => pointing.test(each?.line.text ?? ''));
  return isPointing ? thread : [];
}

const saidAt = (line: ReadLine | undefined): string => (line ? `${line.line.text} ${line.line.speaker}` : '');

function creditOfLikeness(likeness: number): number {
  const { least, most, credit } = alike;
  return credit * Math.min(1, Math.max(0, (likeness - least) / (most - least)));
}
