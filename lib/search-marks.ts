/** Where a text has what was looked for. */
import type { TextRange } from './archive-messages.ts';
import type { SearchTerm, Stems } from './search-query.ts';
import { wordsOf } from './search-words.ts';

/** What English adds to a stem to make another form of the word. */
const ending = /^(?:|e|s|es|d|ed|ing|er|ers|ly|y|ies|ied|ment|ments|ion|ions|ation|ations|al|able|ive)$/;

/** The words to highlight, in order; those that follow each other in a phrase are one range. */
export function findMarks(text: string, terms: readonly SearchTerm[], stems: Stems): TextRange[] {
  const words = wordsOf(text);
  const marked = new Map<number, number>();
  words.forEach((_, at) => {
    for (const term of terms) {
      const fits = term.words.every((wanted, offset) => {
        const { word } = words[at + offset] ?? {};
        const isOpen = term.open && offset === term.words.length - 1;
        return word !== undefined && isMeant(word, { wanted, isOpen, term, stems });
      });
      if (fits) marked.set(at, Math.max(marked.get(at) ?? 0, at + term.words.length - 1));
    }
  });
  const ranges: TextRange[] = [];
  for (const [first, last] of marked) {
    const from = words[first]?.from ?? 0;
    const to = words[last]?.to ?? from;
    const before = ranges.at(-1);
    if (before && from < before.to) before.to = Math.max(before.to, to);
    else ranges.push({ from, to });
  }
  return ranges;
}

function isMeant(
  word: string,
  { wanted, isOpen, term, stems }: { wanted: string; isOpen: boolean; term: SearchTerm; stems: Stems },
): boolean {
  if (word === wanted || (isOpen && word.startsWith(wanted))) return true;
  const stem = term.exact || term.words.length > 1 ? undefined : stems.get(wanted);
  if (stem === undefined) return false;
  // Stems end in i where words end in y: "compani", "company".
  const like = stem.endsWith('i') ? [stem, `${stem.slice(0, -1)}y`] : [stem];
  return like.some((start) => word.startsWith(start) && ending.test(word.slice(start.length)));
}
