/** Words of one text as Postgres stores them: the text form of a `tsvector`, with the places of each word. */
import { wordsOf } from './search-words.ts';

/** Postgres counts places up to here, and keeps 255 of one word. */
const lastPlace = 16_383;
const placesOfOne = 255;

/** `'budget':1,7 'grows':2` for "Budget grows ..."; empty for a text without words. */
export function formatVector(text: string): string {
  const places = new Map<string, number[]>();
  wordsOf(text).forEach(({ word }, index) => {
    const known = places.get(word) ?? [];
    if (known.length < placesOfOne) known.push(Math.min(index + 1, lastPlace));
    places.set(word, known);
  });
  return [...places].map(([word, at]) => `'${word}':${at.join(',')}`).join(' ');
}

/** What narrows a search to one meeting. No word begins like this: words are letters and digits. */
export const meetingMark = (meetingId: string): string => `=${meetingId}`;

/** What narrows a search to people: one for each part of a name. */
export const speakerMarks = (name: string): string[] => [
  ...new Set(wordsOf(name).map(({ word }) => `@${word}`)),
];

/** The stem of a word that itself was not said: of "plan" where somebody said "planning". */
export const stemMark = (stem: string): string => `~${stem}`;
