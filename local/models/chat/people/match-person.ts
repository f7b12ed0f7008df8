/** Who is meant by a name as it was heard. */
import { foldLetters } from '../../../../lib/fold-letters.ts';
import { editDistance } from './edit-distance.ts';
import { soundOf } from './sound-of.ts';

export type PersonMatch =
  | { kind: 'one'; name: string; likeness: number }
  | { kind: 'several'; names: string[]; likeness: number }
  | { kind: 'none' };

/** `asker` is meant only where nobody else can be: people do not speak of themselves by name. */
export function matchPerson(heard: string, people: readonly string[], asker: string | null): PersonMatch {
  const scored = people.map((name) => ({ name, likeness: likeness(heard, name) }));
  const best = Math.max(0, ...scored.map((each) => each.likeness));
  if (best === 0) return { kind: 'none' };
  const names = scored.filter((each) => each.likeness === best).map(({ name }) => name);
  const others = names.filter((name) => name !== asker);
  const meant = others.length > 0 ? others : names;
  const [only] = meant;
  return meant.length === 1 && only !== undefined
    ? { kind: 'one', name: only, likeness: best }
    : { kind: 'several', names: meant, likeness: best };
}

/** 1 for the whole name, less for a part of it and for what only sounds like it, 0 for another name. */
export function likeness(heard: string, name: string): number {
  const words = lettersOf(name);
  const whole = words.join('');
  const spoken = lettersOf(heard).join('');
  if (spoken === '' || whole === '') return 0;
  if (spoken === whole) return 1;
  const parts = Math.max(0, ...words.map((word) => wordLikeness(spoken, word)));
  return Math.max(wordLikeness(spoken, whole), parts * 0.98);
}

function wordLikeness(heard: string, word: string): number {
  if (heard === word) return 1;
  // Short words have too many neighbours: "Dan", "Ian" and "Ben" are three people.
  if (heard.length < 2 || word.length < 2) return 0;
  const length = Math.max(heard.length, word.length);
  const most = Math.max(1, Math.ceil(length / 3));
  if (Math.abs(heard.length - word.length) > most) return 0;
  const distance = editDistance(heard, word);
  if (distance > most) return 0;
  const sounds = soundOf(heard) === soundOf(word);
  if (sounds) return 0.95 - distance / 50;
  const sameStart = soundOf(heard)[0] === soundOf(word)[0];
  return sameStart && length >= 5 && distance <= length / 5 ? 0.8 - distance / 50 : 0;
}

const lettersOf = (name: string): string[] => foldLetters(name).match(/[\p{L}\p{N}]+/gu) ?? [];
