/** Words of one text as Postgres stores them: the text form of a `tsvector`, with the places of each word. */
import { isCommonWord } from './common-words.ts';
import { wordsOf } from './search-words.ts';

/** Postgres counts places up to here, and keeps 255 of one word. */
const lastPlace = 16_383;
const placesOfOne = 255;

/** `'budget':1,7 'grows':2` for "Budget grows ...", with the pairs of common words; empty for a text without words. */
export function formatVector(text: string): string {
  const words = wordsOf(text).map(({ word }) => word);
  const places = new Map<string, number[]>();
  words.forEach((word, index) => {
    const known = places.get(word) ?? [];
    if (known.length < placesOfOne) known.push(Math.min(index + 1, lastPlace));
    places.set(word, known);
  });
  return [
    ...[...places].map(([word, at]) => `'${word}':${at.join(',')}`),
    ...pairMarks(words).map((mark) => `'${mark}'`),
  ].join(' ');
}

/**
 * Two common words next to each other, once each: a phrase of "to" and "that" is in few lines, and the index would go
 * through most of them to find it.
 */
export function pairMarks(words: readonly string[]): string[] {
  const pairs = words.slice(1).flatMap((word, index) => {
    const before = words[index] ?? '';
    return isCommonWord(before) && isCommonWord(word) ? [`+${before} ${word}`] : [];
  });
  return [...new Set(pairs)];
}

/** What narrows a search to one meeting. No word begins like this: words are letters and digits. */
export const meetingMark = (meetingId: string): string => `=${meetingId}`;

/** What narrows a search to people: one for each part of a name. */
export const speakerMarks = (name: string): string[] => [
  ...new Set(wordsOf(name).map(({ word }) => `@${word}`)),
];

/** The stem of a word that itself was not said: of "plan" where somebody said "planning". */
export const stemMark = (stem: string): string => `~${stem}`;
