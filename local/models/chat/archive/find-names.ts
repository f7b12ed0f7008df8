/** Names of people, things and places in what somebody said, as far as capitals and prepositions show them. */
import { foldLetters } from '../../../../lib/fold-letters.ts';

const noNames = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
  november december i this that it he she we they there who what here`.split(/\s+/),
);
const isName = (word: string) => !noNames.has(foldLetters(word).replace(/[^\p{L}]/gu, ''));

/** At the beginning of a sentence every word has a capital: a name is one that does something there, or has two. */
const first =
  /(?<=^|[.!?] )\p{Lu}[\p{L}’'-]+(?= (?:will|can|could|is|does|has|should|gives?|takes?|makes?|pays?|and \p{Lu}|\p{Lu})\b|, (?:can|could|will|would|please|you)\b)/gu;

/** "In Bremen", "from Brno": where somebody is, not who. */
const insideNoPlace = /(?<=[\p{L}\p{N},:’'] )(?<!\b(?:in|to|from|near|at|the) )\p{Lu}[\p{L}’'-]+/gu;
const place =
  /\b(?:in|at|to|from|near|with|into|on|behind|beside|above|below|under|over) (?:the |a |our |my )?(?!(?:first|second|third|last|next|end|beginning|time|moment|week|month|year|way)\b)[\p{L}-]+/giu;

export const personsIn = (text: string): string[] =>
  [...all(text, insideNoPlace), ...all(text, first)].filter(isName);

/** With the preposition before it: "behind the post office" is "behind the post". */
export const placesIn = (text: string): string[] =>
  all(text, place).filter((found) => isName(found.split(' ').at(-1) ?? ''));

const all = (text: string, pattern: RegExp): string[] => text.match(pattern) ?? [];
