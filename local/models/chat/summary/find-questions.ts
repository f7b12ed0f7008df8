/** Questions that were open when the meeting ended. */
import type { BriefLine } from '../../../../lib/assistant-brief.ts';
import { asSentence, capitalised } from '../requests/as-sentence.ts';
import type { FoundDecision } from './find-decisions.ts';
import type { FoundTask } from './found-task.ts';
import { readRequest } from './read-request.ts';
import { readStance } from './replies.ts';
import type { Sentence } from './sentences.ts';

export interface FoundQuestion {
  text: string;
  lines: BriefLine[];
}

/** Sentences behind a question in which its answer is looked for. */
const answerReach = 5;
/** Sentences behind "We have not decided yet" in which a decision is the one that was missing. */
const settledReach = 12;
const evasion =
  /\b(?:(?:don't|do not) (?:really |actually )?know|not (?:really )?sure|no idea|i wonder|(?:that's a |that is a )?good question|(?:talk|speak|think|worry) about (?:that|it|this)|come back to|next (?:time|meeting|week)|have to (?:ask|check|look|find out|think)|need to (?:ask|check|find out|clarify|think|look)|let me (?:check|ask|look|think)|i(?:'ll| will) (?:check|ask|find out|look|get back)|we(?:'ll| will) see|(?:still|is) open|nobody knows|hard to say|can't say|cannot say|depends|to be (?:decided|clarified|confirmed)|not (?:yet )?(?:decided|clear)|haven't (?:decided|heard|figured)|take (?:that|it) offline|park (?:that|it))\b/i;
const stillOpen =
  /\b(?:(?:is|are|remains?) (?:still )?(?:an open (?:question|point|issue)|open\b(?! (?:on|at|from|until|every|for|to the|in))|unclear|undecided|unresolved|not clear|to be (?:decided|clarified|confirmed))|(?:still )?(?:need|have) to (?:decide|clarify|find out|figure out)|(?:not|n't) (?:yet )?(?:decided|clear|settled) (?:on|about|whether|if|who|what|when|where|how|yet))\b/i;
/** Asked to keep the talk going, or of somebody's ears. */
const phatic =
  /\b(?:hear me|see (?:my|the) screen|can (?:everyone|everybody|you(?: all)?) (?:hear|see)|how are (?:you|things)|how(?:'s| is) (?:it going|everyone|everybody)|any(?:thing)? (?:else|questions?|other|comments?|objections?)|anyone else|shall we (?:start|begin|go|move|continue|stop|wrap)|should we (?:start|begin|move on|continue|wrap)|are we (?:all )?(?:here|ready|good|done|recording)|(?:is|are) (?:everyone|everybody|you) (?:here|there|ready|okay|ok|back|fine|good)|ready|right|okay|ok|yes|no|really|isn't it|doesn't it|don't you think|you know|what do you think|does that make sense|make sense|am i (?:right|audible|on mute)|sorry|pardon|what was that|what did you say|can you repeat|could you repeat|who(?:'s| is) next|where were we|who wants to (?:start|begin|go)|what(?:'s| is) next|next (?:point|topic|item))\s*\?$/i;
const questionWord =
  /^(?:(?:so|and|but|okay|well|then|now|also|by the way|because|right|fine|yes|no)[,.]? )*(?<word>who|whom|whose|when|where|why|how (?:much|many|long|often|far)|how|what|which)\b/i;
const answersTo: Record<string, RegExp> = {
  who: /\p{Lu}\p{L}+|\b(?:i|me|we|nobody|everyone|they)\b|\bI\b/u,
  when: /\d|\b(?:\p{L}+day|tomorrow|today|week|month|year|morning|noon|evening|afternoon|soon|now|after|before|until|january|february|march|april|may|june|july|august|september|october|november|december)\b/iu,
  'how much':
    /\d|\b(?:\p{L}+teen|\p{L}+ty|hundred|thousand|million|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|nothing|free|percent|enough|too|lot)\b/iu,
};

export function findQuestions(
  sentences: readonly Sentence[],
  { decisions, tasks }: { decisions: readonly FoundDecision[]; tasks: readonly FoundTask[] },
): FoundQuestion[] {
  // What somebody took on is no question any more.
  const taken = new Set(tasks.flatMap(({ lines }) => lines));
  const isSettled = ({ at, terms }: Sentence) =>
    decisions.some(
      (decision) => decision.at >= at && shared(terms, decision.terms) >= Math.min(2, terms.length),
    );
  const isTaken = (sentence: Sentence) =>
    tasks.some(
      ({ at, terms }) =>
        at > sentence.at && at - sentence.at <= answerReach && shared(sentence.terms, terms) > 0,
    );
  const isOpen = (sentence: Sentence) =>
    sentence.terms.length > 1 &&
    stillOpen.test(sentence.text) &&
    !decisions.some(({ at }) => at >= sentence.at && at - sentence.at <= settledReach) &&
    !isTaken(sentence) &&
    !isSettledLater(sentence, sentences);
  const isUnanswered = (sentence: Sentence) =>
    !sentence.lines.some((line) => taken.has(line)) &&
    !phatic.test(sentence.said) &&
    // "Can you …?" asks for a deed.
    readRequest(sentence, [])?.kind !== 'asked' &&
    !isAnswered(sentence, sentences);
  const found = sentences.filter(
    (sentence) =>
      sentence.terms.length > 0 &&
      (sentence.asks ? isUnanswered(sentence) : isOpen(sentence)) &&
      !isSettled(sentence),
  );
  // Asked twice is one question.
  return found
    .filter((each, i) => !found.slice(0, i).some((before) => isSame(before, each)))
    .map(({ said, asks, lines }) => ({ text: worded(said, asks), lines: [...lines] }));
}

function worded(said: string, asks: boolean): string {
  const words = said.replace(
    /^(?:(?:so|and|but|okay|ok|well|then|now|also|by the way|right)\b[,.]?\s+)+/i,
    '',
  );
  return asks ? `${capitalised(words).replace(/[\s.?!]+$/, '')}?` : asSentence(words);
}

const shared = (a: readonly string[], b: readonly string[]) =>
  new Set(a.filter((term) => b.includes(term))).size;
const isSame = (a: Sentence, b: Sentence) =>
  shared(a.terms, b.terms) >= Math.max(2, Math.min(a.terms.length, b.terms.length) * 0.7);

function isAnswered(question: Sentence, sentences: readonly Sentence[]): boolean {
  const behind = sentences.slice(question.at + 1, question.at + 1 + answerReach);
  const first = behind.find(({ speaker }) => speaker !== question.speaker);
  if (!first) return behind.some((own) => !own.asks && shared(own.terms, question.terms) > 0);
  if (evasion.test(first.text)) return isSettledLater(question, sentences, first.at);
  const replies = behind.filter(({ speaker, asks }) => speaker !== question.speaker && !asks);
  return replies.some((reply) => answers(question, reply)) || isSettledLater(question, sentences, first.at);
}

function answers(question: Sentence, reply: Sentence): boolean {
  if (evasion.test(reply.text)) return false;
  if (shared(question.terms, reply.terms) > 0 || question.to === reply.speaker) return true;
  const word = questionWord.exec(question.said)?.groups?.word?.toLowerCase();
  const isNext = reply.at - question.at <= 2;
  if (word === undefined)
    return (
      isNext &&
      (readStance(reply.said) !== 'neither' ||
        /^(?:yes|no|not|i|it|we|they|he|she|that|there|only|about)\b/i.test(reply.said))
    );
  const kind = word === 'whom' || word === 'whose' ? 'who' : word.startsWith('how ') ? 'how much' : word;
  return isNext && (answersTo[kind] ?? /./).test(reply.text);
}

/** Somebody said later how it is, in the words of the question. */
function isSettledLater({ at, terms }: Sentence, sentences: readonly Sentence[], from = at): boolean {
  const needed = Math.max(2, Math.ceil(terms.length * 0.7));
  return sentences
    .slice(from + 1)
    .some(
      (later) =>
        !later.asks &&
        !evasion.test(later.text) &&
        !stillOpen.test(later.text) &&
        shared(terms, later.terms) >= needed,
    );
}
