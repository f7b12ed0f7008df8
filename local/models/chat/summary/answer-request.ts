/** Requests that wait for an answer, and the tasks that answers make of them. */
import { termsOf } from '../answers/terms.ts';
import type { Clock } from '../dates/resolve-start.ts';
import type { FoundTask } from './found-task.ts';
import { namePointed, pointsBack } from './point-back.ts';
import { namesAction, openers } from './read-promise.ts';
import type { TaskRequest } from './read-request.ts';
import { readAnswer, readStance } from './replies.ts';
import type { Sentence } from './sentences.ts';
import { splitDue } from './split-due.ts';
import { wordTask } from './word-task.ts';

export interface Asked extends TaskRequest {
  sentence: Sentence;
  due: string | null;
  /** The words without the day. */
  rest: string;
  answered: boolean;
}

/** What is asked for, in words for a list. */
export function wordRequest({ rest, sentence, to }: Asked, sentences: readonly Sentence[]): string {
  const words = namePointed(rest, sentence.at, sentences);
  return wordTask(words, { speaker: sentence.speaker, hearer: to, kind: 'request' });
}

/** The request that somebody's "I will …" answers: the latest that is about the same, or that they just said yes to. */
export function requestMeant(
  sentence: Sentence,
  words: string,
  waiting: readonly Asked[],
  sentences: readonly Sentence[],
): Asked | null {
  const terms = termsOf(words);
  const fits = (asked: Asked) => {
    const { to, kind, sentence: before, rest } = asked;
    if (to !== null && to !== sentence.speaker) return false;
    if (before.speaker === sentence.speaker && kind !== 'needed') return false;
    if (terms.length === 0 || pointsBack(words)) return kind !== 'needed' || sentence.at - before.at <= 3;
    return termsOf(rest).some((term) => terms.includes(term)) || saidYesTo(asked, sentence, sentences);
  };
  return waiting.findLast(fits) ?? null;
}

/** "Yes. I will …": the yes stands in the same sentence, or is the one before. */
function saidYesTo(asked: Asked, sentence: Sentence, sentences: readonly Sentence[]): boolean {
  if (asked.kind === 'needed' || /\balso\b/i.test(sentence.said)) return false;
  if (isAnsweredBy(asked, sentence, sentences)) return readAnswer(sentence.said) === 'yes';
  const before = sentences[sentence.at - 1];
  return (
    before?.speaker === sentence.speaker &&
    isAnsweredBy(asked, before, sentences) &&
    readAnswer(before.said) === 'yes'
  );
}

/** "Sure.", "By Thursday.": the task that this makes of the request it answers. */
export function acceptRequest(
  sentence: Sentence,
  waiting: readonly Asked[],
  { sentences, clock }: { sentences: readonly Sentence[]; clock: Clock },
): { asked: Asked; task: FoundTask } | null {
  const { speaker, said } = sentence;
  const asked = waiting.findLast((each) => isAnsweredBy(each, sentence, sentences));
  if (!asked) return null;
  const { due, rest } = splitDue(said, clock);
  // "By Thursday." accepts too; a day in a longer sentence is about something else.
  const isDay = due !== null && asked.kind !== 'told' && (asked.kind === 'when' || termsOf(rest).length < 2);
  const accepts = readAnswer(said) === 'yes' || (isDay && readAnswer(said) !== 'no');
  if (!accepts || sentence.asks || (asked.kind === 'when' && due === null)) return null;
  const own = ownDeed(rest);
  const text = own
    ? wordTask(own, { speaker, hearer: asked.sentence.speaker, kind: 'promise' })
    : wordRequest(asked, sentences);
  return {
    asked,
    task: {
      text,
      owner: speaker,
      due: due ?? asked.due,
      quote: asked.sentence.text,
      lines: [...sentence.lines, ...asked.sentence.lines],
      at: sentence.at,
      terms: termsOf(text),
      by: 'agreement',
    },
  };
}

/** "When can you finish it?" "We'll fix the refund bug before Thursday.": what is done is named in the answer. */
function ownDeed(words: string): string | null {
  const [, deed = ''] = /^we(?:'ll| will) (.+)$/i.exec(words.replace(openers, '').trim()) ?? [];
  return namesAction(deed) && !pointsBack(deed) ? deed : null;
}

/** The first words of the one who was asked, or of whoever speaks next where nobody was named. */
function isAnsweredBy(
  { kind, to, sentence: before }: Asked,
  sentence: Sentence,
  sentences: readonly Sentence[],
) {
  if (kind === 'needed' || sentence.speaker === before.speaker || sentence.afterAssistant) return false;
  if (to !== null && to !== sentence.speaker) return false;
  const between = sentences.slice(before.at + 1, sentence.at);
  return to === null
    ? between.every(({ speaker }) => speaker === before.speaker) && between.length <= 2
    : between.every(({ speaker }) => speaker !== to);
}

/** Sentences in which somebody who was given a task would say no. */
const refusalReach = 4;

/** "Ben will send the contract on Friday": his, unless he says something against it. */
export function assign(asked: Asked, sentences: readonly Sentence[]): FoundTask | null {
  const { sentence, to, due, rest } = asked;
  if (
    to === null ||
    due === null ||
    !namesAction(rest) ||
    /\b(?:should|could|can|might|may)\b/i.test(sentence.text)
  )
    return null;
  const replies = sentences
    .slice(sentence.at + 1, sentence.at + 1 + refusalReach)
    .filter(({ speaker }) => speaker === to);
  if (replies.some(({ said }) => readAnswer(said) !== 'neither' || readStance(said) === 'objects'))
    return null;
  const text = wordRequest(asked, sentences);
  return {
    text,
    owner: to,
    due,
    quote: sentence.text,
    lines: [...sentence.lines],
    at: sentence.at,
    terms: termsOf(text),
    by: 'assignment',
  };
}
