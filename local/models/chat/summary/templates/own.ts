import { termsOf } from '../../answers/terms.ts';
import { listNames } from '../../people/read-people.ts';
import type { Arrangement, Findings, Section } from '../findings.ts';
import type { Sentence } from '../sentences.ts';
import { lowered } from './by-topic.ts';

/** Likeness of a sentence and a wish, 0 to 1. */
export type Relevance = (wish: string, sentence: Sentence) => number;

/** Wishes that are read; who writes more writes prose. */
const mostWishes = 8;
/** Below this a sentence is about something else. */
const leastRelevance = 0.3;
const sectionsPerWish = 3;

/** What a person wants to read about, each a few words: "What about the budget; risks". */
export function wishesOf(instructions: string): string[] {
  return instructions
    .split(/[.;:\n!?]+|,? and /)
    .map((wish) => wish.trim())
    .filter((wish) => termsOf(wish).length > 0)
    .slice(0, mostWishes);
}

/** Topics about what was asked for first, the others not at all; null where nothing is about it. */
export function arrangeOwn(
  { topics }: Findings,
  wishes: readonly string[],
  relevance: Relevance,
): Arrangement | null {
  const taken = new Set<string>();
  const sections = wishes.flatMap((wish) =>
    topics
      .map(({ title, sentences }) => {
        const about = sentences.filter((sentence) => relevance(wish, sentence) >= leastRelevance);
        const score = Math.max(0, ...sentences.map((sentence) => relevance(wish, sentence)));
        return { title, about: about.sort((a, b) => relevance(wish, b) - relevance(wish, a)), score };
      })
      .filter(({ about, title }) => about.length > 0 && !taken.has(title))
      .sort((a, b) => b.score - a.score)
      .slice(0, sectionsPerWish)
      .map(({ title, about }): Section => {
        taken.add(title);
        return { title, parts: [{ label: null, sentences: about, count: 2 }] };
      }),
  );
  if (sections.length === 0) return null;
  const titles = sections.map(({ title }) => `the ${lowered(title)}`);
  return { opening: `What was asked for comes up with ${listNames(titles, 'and')}.`, sections };
}
