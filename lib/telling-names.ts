/** Names that can be looked for in sentences. */
import { isOrdinaryWord } from './ordinary-words.ts';

/** Ordinary words that `isOrdinaryWord` leaves out, most of them because people are called so more often. */
const alsoNames = new Set(
  `february april august september october december tuesday wednesday thursday saturday ought
  amber angel art autumn baker bill brook brooks carol chance charity chase chip christian chuck clay cliff crystal daisy
  dale dawn dean dick dolly drew duke earl eve faith fisher flora ford forest frank gay gene ginger glen grace grant guy
  harmony harry hazel heath holly hope hunter iris iron ivy jack jade jasmine jay jean jewel joy king lance lane lily
  mason max mercy merry miles miller misty nick norm olive opal pat patience patsy pearl peg penny piper poppy prince
  queen randy ray reed rich rob robin rocky rod rose ruby rusty sage sandy scarlet shepherd sky smith sonny spencer
  sterling stone storm sue summer sunny taylor ted terry tiffany tony trinity victor viola violet wade walker ward wood
  woody young`.split(/\s+/),
);

const begins = (word: string, letter: RegExp) => letter.test(word.replace(/^\P{L}+/u, ''));
const isOrdinary = (word: string) => isOrdinaryWord(word.toLowerCase()) || alsoNames.has(word.toLowerCase());

/**
 * Whether a name, written exactly so, hardly means anything but a person:
 * - of several words, when two of them begin with a capital letter (or one of a script without capitals), or when one
 *   has three letters and none is ordinary English: `Mark Grant`, `Vincent van Gogh` and `maria lopez`, not `the budget`;
 * - of one word, when it begins with a capital letter, has three characters and is not ordinary English: `Zoltan`, not
 *   `May`, `Bo`, `https` or `03`. At the beginning of a sentence any word has a capital letter: there it does not count.
 *
 * A first name that stays in a sentence is a smaller harm than words of others that are changed for good.
 */
export function isTellingName(name: string): boolean {
  const words = name.trim().split(/\s+/);
  if (words.length === 1) return begins(name, /^\p{Lu}/u) && name.length >= 3 && !isOrdinary(name);
  if (words.filter((word) => begins(word, /^[\p{Lu}\p{Lt}\p{Lo}]/u)).length >= 2) return true;
  return words.some((word) => /\p{L}{3}/u.test(word)) && !words.some(isOrdinary);
}
