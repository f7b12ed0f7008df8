/** What somebody looks for, as Postgres reads it. Only letters and digits get through: nothing typed is an operator but quotes. */
import { archiveLimits } from './archive-messages.ts';
import { pairMarks, stemMark } from './search-vector.ts';
import { wordsOf } from './search-words.ts';

export interface SearchTerm {
  /** Several stand next to each other in this order: a phrase, or a word such as "e-mail". */
  words: string[];
  /** In quotes: neither other forms of the word nor longer ones. */
  exact: boolean;
  /** The last word may be the beginning of a longer one: it is still being typed. */
  open: boolean;
}

/** Shorter beginnings fit too many words to be of use. */
const shortestOpen = 3;

export function parseSearch(text: string): SearchTerm[] {
  const terms: SearchTerm[] = [];
  let left: number = archiveLimits.words;
  for (const { groups = {}, index, 0: raw } of text.matchAll(
    /["“”„«](?<quoted>[^"“”„«»]*)["“”„»]?|(?<bare>[^\s"“”„«»]+)/gu,
  )) {
    const words = wordsOf(groups.quoted ?? groups.bare ?? '')
      .map(({ word }) => word)
      .slice(0, left);
    if (words.length === 0) continue;
    left -= words.length;
    const isLast = index + raw.length === text.length;
    const isOpen = isLast && groups.bare !== undefined && (words.at(-1)?.length ?? 0) >= shortestOpen;
    terms.push({ words, exact: groups.quoted !== undefined, open: isOpen });
  }
  return terms;
}

/** Words whose stems tell other forms of them. */
export function stemmedWords(terms: readonly SearchTerm[]): string[] {
  return terms.flatMap(({ words, exact }) => (exact || words.length > 1 ? [] : words));
}

/** English stems of single words; a word without one is not in it. */
export type Stems = ReadonlyMap<string, string>;

/** The text form of a `tsquery`. `any`: one of the terms is enough. */
export function formatSearch(terms: readonly SearchTerm[], stems: Stems, matched: 'all' | 'any'): string {
  return terms.map((term) => `(${formatTerm(term, stems)})`).join(matched === 'all' ? ' & ' : ' | ');
}

function formatTerm({ words, exact, open }: SearchTerm, stems: Stems): string {
  const phrase = formatPhrase(words, open);
  const stem = exact || words.length > 1 ? undefined : stems.get(words[0] ?? '');
  const forms = stem === undefined ? [] : stem === words[0] ? [stemMark(stem)] : [stem, stemMark(stem)];
  return [phrase, ...forms.map((form) => `'${form}'`)].join(' | ');
}

/** The pairs of a phrase are what the index finds it by; two words are no more than their pair. */
function formatPhrase(words: readonly string[], open: boolean): string {
  const pairs = pairMarks(open ? words.slice(0, -1) : words).map((mark) => `'${mark}'`);
  if (pairs.length > 0 && words.length === 2) return pairs.join('');
  const phrase = words
    .map((word, index) => `'${word}'${open && index === words.length - 1 ? ':*' : ''}`)
    .join(' <-> ');
  return pairs.length === 0 ? phrase : `${pairs.join(' & ')} & (${phrase})`;
}
