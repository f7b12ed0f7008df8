import { DateTime } from 'luxon';
import type { Findings } from './findings.ts';
import type { Sentence } from './sentences.ts';
import { lowered } from './templates/by-topic.ts';
import { wordSentence } from './word-sentences.ts';

/** Of each kind; the lists below it have them all. */
const mostItems = 3;

/** A few sentences: what it was about, what was decided, who does what, what is open. */
export function writeOverview(
  opening: string,
  { decisions, tasks, questions }: Findings,
  telling: readonly Sentence[],
): string {
  const decided = decisions.slice(0, mostItems).map(({ text }) => lowered(text));
  const given = tasks
    .slice(0, mostItems)
    .map(({ owner, text, due }) => `${owner} is to ${lowered(text)}${due ? ` by ${dayOf(due)}` : ''}`);
  const sentences = [
    opening,
    ...telling.map(wordSentence),
    decided.length > 0 ? `It was decided: ${decided.join('; ')}.` : '',
    given.length > 0 ? `${given.join('; ')}.` : '',
    ...questions.slice(0, 1).map(({ text }) => `Still open: ${text}`),
  ].filter((sentence) => sentence !== '');
  return sentences.length > 0 ? sentences.join(' ') : 'Nothing was said that a summary could be made of.';
}

const dayOf = (iso: string) => DateTime.fromISO(iso).toFormat('cccc, d LLLL');
