/** Finds a name in what was understood, also where it was understood wrongly. */
import { isOrdinaryWord } from '../../../lib/ordinary-words.ts';
import { soundDistance, soundOf } from './sound.ts';
import { plainLetters, type Word, wordsOf } from './words.ts';

/** `same`: spelled or sounding like the name. `alike`: near enough if the sentence speaks to somebody there. */
export interface NameFound {
  first: number;
  last: number;
  certainty: 'same' | 'alike';
  possessive: boolean;
}

interface Name {
  plain: string;
  sound: string;
  wordCount: number;
}

/** Share of its sounds that may differ before a word is another word. */
const alikeShare = 0.25;

/**
 * Every place where `name` may have been said, in order, none overlapping. A word of ordinary English or the name
 * of one of `people` is itself, however much it sounds like the name.
 */
export function findName(words: readonly Word[], name: string, people: readonly string[]): NameFound[] {
  const wanted = describe(name);
  if (wanted.plain === '') return [];
  const others = new Set(people.flatMap((person) => wordsOf(person).map((word) => word.plain)));
  const found: NameFound[] = [];
  for (let first = 0; first < words.length; first++) {
    const match = longestAt(words, first, wanted, others);
    if (!match) continue;
    found.push(match);
    first = match.last;
  }
  return found;
}

function describe(name: string): Name {
  const plain = plainLetters(name.replace(/[^\p{L}\p{M}\p{N}\s]/gu, ''));
  return { plain, sound: soundOf(plain), wordCount: Math.max(1, wordsOf(name).length) };
}

/** A name is also heard as one word more ("no va") or, when it has several, as one word fewer. */
function longestAt(
  words: readonly Word[],
  first: number,
  name: Name,
  others: ReadonlySet<string>,
): NameFound | null {
  const lengths = [name.wordCount, name.wordCount + 1, name.wordCount - 1].filter((length) => length > 0);
  for (const length of lengths) {
    const span = words.slice(first, first + length);
    if (span.length < length) continue;
    const certainty = compare(span, name, others);
    if (!certainty) continue;
    return { first, last: first + length - 1, certainty, possessive: span.at(-1)?.possessive ?? false };
  }
  return null;
}

function compare(
  span: readonly Word[],
  name: Name,
  others: ReadonlySet<string>,
): NameFound['certainty'] | null {
  const plain = span.map((word) => word.plain).join('');
  if (plain === name.plain) return 'same';
  if (span.every((word) => isOrdinaryWord(word.plain) || others.has(word.plain))) return null;
  const sound = soundOf(plain);
  const distance = soundDistance(sound, name.sound);
  if (distance === 0 && name.sound.length >= 3) return 'same';
  // Pieces that only resemble the name when glued together are too often something else.
  if (span.length > name.wordCount) return null;
  return distance <= alikeShare * Math.max(sound.length, name.sound.length) ? 'alike' : null;
}
