import type { BriefLine } from '../../../../lib/assistant-brief.ts';
import { termsOf } from '../answers/terms.ts';
import { chooseSentences } from './choose-sentences.ts';
import type { Section, SectionPart } from './findings.ts';
import type { Sentence } from './sentences.ts';
import type { Vectors } from './vectors.ts';
import { wordSentence } from './word-sentences.ts';

/** Sentences of a part that are compared by meaning before the best are chosen. */
const comparedSentences = 4;
/** How much more a sentence weighs that names the title. */
const titleBonus = 1.5;

type Weigh = (sentence: Sentence) => number;

export interface SectionText {
  title: string;
  text: string;
  lines: BriefLine[];
  chosen: Sentence[];
}

export async function writeSection(
  { title, parts }: Section,
  weigh: Weigh,
  vectors: Vectors,
): Promise<SectionText> {
  const named = new Set(termsOf(title));
  const weighHere: Weigh = (sentence) =>
    weigh(sentence) * (sentence.terms.some((term) => named.has(term)) ? titleBonus : 1);
  const written: { text: string; chosen: Sentence[] }[] = [];
  for (const part of parts) {
    const chosen = await choose(part, weighHere, vectors);
    const text = chosen.map(wordSentence).join(' ');
    if (text !== '') written.push({ text: part.label === null ? text : `${part.label}: ${text}`, chosen });
  }
  const chosen = written.flatMap((each) => each.chosen);
  return {
    title,
    text: written.map(({ text }) => text).join(' '),
    lines: chosen.flatMap(({ lines }) => lines),
    chosen,
  };
}

async function choose(
  { sentences, count }: SectionPart,
  weigh: Weigh,
  vectors: Vectors,
): Promise<Sentence[]> {
  const candidates = bestOf(sentences, weigh, Math.max(comparedSentences, count + 2));
  await vectors.read(candidates.map(({ said }) => said));
  return chooseSentences(candidates, { weigh, likeness: (a, b) => vectors.likeness(a.said, b.said), count });
}

export function bestOf(sentences: readonly Sentence[], weigh: Weigh, count: number): Sentence[] {
  return sentences
    .map((sentence) => ({ sentence, weight: weigh(sentence) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, count)
    .map(({ sentence }) => sentence);
}
