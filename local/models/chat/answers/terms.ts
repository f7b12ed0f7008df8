import { foldLetters } from '../../../../lib/fold-letters.ts';

const empty = new Set(
  `a an the and or but if then than so of in on at to from by for with about into over under up down out off as is are was
  were be been being am do does did done have has had having will would shall should can could may might must i you he she it
  we they me him her us them my your his its our their mine yours this that these those there here what when where who whom
  whose which why how not no yes please okay ok right well just also very too only still again already now today some any all
  every each other another more most much many few lot one two thing things something anything say said says tell told talk
  talked discuss discussed mention mentioned ask asked get got go going gone come make made take let us's want need know
  think happen happened meeting call anyone anybody someone somebody everyone everybody mean us did'nt decide decided
  decision decisions agree agreed agreement`
    .split(/\s+/)
    .filter(Boolean),
);

/** The stems of the words that carry meaning, in order, with repeats. */
export function termsOf(text: string): string[] {
  const words = foldLetters(text).match(/[\p{L}\p{N}]+(?:'\p{L}+)?/gu) ?? [];
  return words
    .map((word) => word.replace(/'s?$|'s$/, ''))
    .filter((word) => word.length > 1 && !empty.has(word))
    .map(rememberedStem);
}

/** More words than a day of meetings has. */
const keptStems = 20_000;
const stems = new Map<string, string>();

function rememberedStem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size >= keptStems) stems.clear();
  const stem = stemOf(word);
  stems.set(word, stem);
  return stem;
}

/** Enough of a stem to see that "prepares", "preparing" and "prepared" are one word. */
export function stemOf(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const short = word
    .replace(/ies$|ied$/, 'y')
    .replace(/(?<=s|x|z|ch|sh)es$/, '')
    .replace(/(?<=[^su])s$/, '')
    .replace(/(?<=\p{L}{3})(?:ing|ed|er|ly|ment|ation|ion)$/u, '');
  return short.replace(/(.)\1$/, '$1').replace(/(?<=\p{L}{2})e$/u, '');
}
