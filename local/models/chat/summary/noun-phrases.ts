/** Names of things in a sentence: what stands behind an article or a possessive, up to the next verb or small word. */
import { termsOf } from '../answers/terms.ts';

export interface NounPhrase {
  /** With its article: "the refund bug". */
  text: string;
  /** Without: "refund bug". */
  name: string;
  terms: string[];
}

const determiner =
  /^(?:the|a|an|our|your|my|his|her|their|its|this|these|those|another|each|every|no|some|new|second|first|third|last|next)$/i;
/** Words that end a name of a thing: verbs that are seldom nouns, adverbs, and all that carries no meaning. */
const stops = new Set(
  `is are was were be been being has have had do does did will would can could should shall may might must needs need
  wants want works work looks look seems seem goes go went comes come came takes take took makes make made gets get got
  gives give gave says said asked asks keeps keep kept costs cost moves moved starts started ends ended opens opened
  closes closed arrives arrived leaves left runs ran stands stood sits lies fell breaks broke broken fixed sent
  ready late early now again still already soon today tomorrow yesterday tonight here there very too also just only
  really quite almost about over under of in on at to from by for with without into onto between after before until
  since during within because so and or but if than then that which who whom whose when where while as not never always
  please thanks first last week weeks month months year years day days monday tuesday wednesday thursday friday saturday
  sunday morning afternoon evening time times lot bit way thing things something anything everything nothing one ones
  people everybody everyone somebody someone anyone nobody himself herself itself myself yourself we you he she it they
  i me him her us them what how why whether yes no okay ok well better best good great nice bad fine more most less
  least much many few several other others same such both all any some each every instead together once twice ago
  increased decreased finish send write`
    .split(/\s+/)
    .filter(Boolean),
);
const longest = 4;

export function nounPhrasesOf(text: string): NounPhrase[] {
  const phrases: NounPhrase[] = [];
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*|[^\s\p{L}\p{N}]/gu) ?? [];
  for (let i = 0; i < words.length; i += 1) {
    if (!determiner.test(words[i] ?? '')) continue;
    const name: string[] = [];
    for (const word of words.slice(i + 1, i + 1 + longest)) {
      if (!/^[\p{L}\p{N}]/u.test(word) || stops.has(word.toLowerCase()) || determiner.test(word)) break;
      name.push(word);
    }
    const plain = name.join(' ').replace(/(?:'s|ly)$/, '');
    const terms = termsOf(plain);
    if (terms.length === 0 || plain.length < 3 || /^\d+$/.test(plain)) continue;
    phrases.push({ text: `${words[i]?.toLowerCase()} ${plain}`, name: plain, terms });
    i += name.length;
  }
  return phrases;
}

/** Two names are of one thing when one has all words of the other. */
export function isSameThing(a: NounPhrase, b: NounPhrase): boolean {
  const [less, more] = a.terms.length <= b.terms.length ? [a, b] : [b, a];
  return less.terms.every((term) => more.terms.includes(term));
}
