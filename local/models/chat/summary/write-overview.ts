import { DateTime } from 'luxon';
import { listNames } from '../people/read-people.ts';
import type { Findings } from './findings.ts';
import type { Sentence } from './sentences.ts';
import { wordSentence } from './word-sentences.ts';

/** Of each kind; the lists below it have them all. */
const mostItems = 3;
const mostTitles = 4;

/** A few sentences: what it was about, what was decided, who does what, what is open. */
export function writeOverview(
  { topics, decisions, tasks, questions }: Findings,
  telling: readonly Sentence[],
): string {
  const titles = topics.slice(0, mostTitles).map(({ title }) => `the ${lowered(title)}`);
  const sentences = [
    ...(titles.length > 0 ? [`The meeting was about ${listNames(titles, 'and')}.`] : []),
    ...telling.map(wordSentence),
    ...decisions.slice(0, mostItems).map(({ text }) => `It was decided: ${lowered(text)}.`),
    ...tasks
      .slice(0, mostItems)
      .map(({ owner, text, due }) => `${owner} is to ${lowered(text)}${due ? ` by ${dayOf(due)}` : ''}.`),
    ...(questions.length > 0 ? [`Still open: ${questions[0]?.text ?? ''}`] : []),
  ];
  return sentences.length > 0 ? sentences.join(' ') : 'Nothing was said that a summary could be made of.';
}

const dayOf = (iso: string) => DateTime.fromISO(iso).toFormat('cccc, d LLLL');

/** Names keep their capital where the next letter has one too, or the word stands alone as "I". */
function lowered(text: string): string {
  return /^(?:\p{Lu}{2}|I\b)/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
