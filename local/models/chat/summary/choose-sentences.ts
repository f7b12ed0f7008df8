import { isChatter } from './chatter.ts';
import { countTerms } from './cut-topics.ts';
import type { Sentence } from './sentences.ts';

/** Likeness of two texts, -1 to 1. */
export type Likeness = (a: Sentence, b: Sentence) => number;

/** How much a sentence says about what its neighbours talk about: words of many of them, few small ones. */
export function weighSentences(sentences: readonly Sentence[]): (sentence: Sentence) => number {
  const counts = countTerms(sentences);
  return ({ terms, asks, text }) => {
    const own = new Set(terms);
    if (own.size < 2 || isChatter(text)) return 0;
    const sum = [...own].reduce((total, term) => total + Math.log(1 + (counts.get(term) ?? 0)), 0);
    const isVague = /^(?:it|that|this|they|he|she|and|but|or|because|so)\b/i.test(text) ? 0.7 : 1;
    const isUnfinished = /[.!?]$/.test(text) ? 1 : 0.9;
    const isLong = text.length > 220 ? 0.6 : 1;
    return (sum / Math.sqrt(own.size + 2)) * (asks ? 0.3 : 1) * isVague * isUnfinished * isLong;
  };
}

/** Share of the score that being different from what was chosen has. */
const novelty = 0.35;

/** Up to `count`, each telling and unlike the others: maximal marginal relevance (Carbonell and Goldstein, 1998). */
export function chooseSentences(
  candidates: readonly Sentence[],
  { weigh, likeness, count }: { weigh: (sentence: Sentence) => number; likeness: Likeness; count: number },
): Sentence[] {
  const most = Math.max(...candidates.map(weigh), 1e-9);
  const left = new Set(candidates.filter((each) => weigh(each) > 0));
  const chosen: Sentence[] = [];
  while (chosen.length < count && left.size > 0) {
    let best: { sentence: Sentence; score: number } | null = null;
    for (const sentence of left) {
      const repeated = Math.max(0, ...chosen.map((other) => likeness(sentence, other)));
      const score = (1 - novelty) * (weigh(sentence) / most) - novelty * repeated;
      if (!best || score > best.score) best = { sentence, score };
    }
    if (!best) break;
    left.delete(best.sentence);
    chosen.push(best.sentence);
  }
  return chosen.sort((a, b) => a.at - b.at);
}
