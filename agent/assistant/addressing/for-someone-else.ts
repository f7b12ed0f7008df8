import { isFiller } from './speech-acts.ts';
import { type Word, wordsOf } from './words.ts';

/** True for words that turn to one of `people` by name: "Ben, what do you think?", "Can you do that, Ben?". */
export function isForSomeoneElse(line: string, people: readonly string[]): boolean {
  const names = new Set(people.flatMap((person) => wordsOf(person).map((word) => word.plain)));
  const isPerson = (word: Word | undefined) =>
    word !== undefined && !word.possessive && names.has(word.plain);
  const words = wordsOf(line);
  return words.some((word, i) => {
    if (!isPerson(word)) return false;
    const opens = words.slice(0, i).every(isFiller) && (word.after.startsWith(',') || i === words.length - 1);
    const closes = words[i - 1]?.after === ',' && /[.?!]/.test(word.after);
    return opens || closes;
  });
}
