/** Who does what by when: promises, and requests that somebody agreed to. */
import type { BriefLine } from '../../../../lib/assistant-brief.ts';
import { termsOf } from '../answers/terms.ts';
import type { Clock } from '../dates/resolve-start.ts';
import { isAction, isTaskRequest, verbOfGerund } from './action.ts';
import { type Asked, acceptRequest, assign, requestMeant, wordRequest } from './answer-request.ts';
import type { FoundTask } from './found-task.ts';
import { mergeTasks } from './merge-tasks.ts';
import { namePointed, pointsBack } from './point-back.ts';
import { type Commitment, namesAction, readCommitment } from './read-promise.ts';
import { readRequest, type TaskRequest } from './read-request.ts';
import { isJoke, readAnswer, readStance } from './replies.ts';
import type { Sentence } from './sentences.ts';
import { splitDue } from './split-due.ts';
import { wordTask } from './word-task.ts';

export interface TaskContext {
  sentences: readonly Sentence[];
  /** Everyone but the AI participant. */
  people: readonly string[];
  clock: Clock;
}

/** Sentences behind a request in which it is answered. */
const answerReach = 6;

export function findTasks(context: TaskContext): FoundTask[] {
  const { sentences, people, clock } = context;
  const found: FoundTask[] = [];
  const requests: Asked[] = [];
  const accept = (sentence: Sentence, waiting: readonly Asked[]) => {
    const accepted = acceptRequest(sentence, waiting, context);
    const behind = accepted?.task.due === null ? dayBehind(sentence, context) : null;
    if (!accepted || !behind) return accepted;
    const { task } = accepted;
    const lines = [...new Set([...task.lines, ...behind.lines])];
    return { ...accepted, task: { ...task, due: behind.due, lines } };
  };
  for (const sentence of sentences) {
    const waiting = requests.filter(
      (each) => !each.answered && sentence.at - each.sentence.at <= answerReach,
    );
    const answer =
      readTask(sentence, waiting, context) ??
      (saysMoreNext(sentence, sentences) ? null : accept(sentence, waiting));
    if (answer && !isTakenBack(sentence, sentences)) {
      if (answer.asked) answer.asked.answered = true;
      found.push(answer.task);
      continue;
    }
    // Whoever else offers may take what one refused.
    if (readAnswer(sentence.said) === 'no')
      for (const each of waiting) if (each.to === sentence.speaker) each.to = null;
    const heard = readRequest(sentence, people);
    if (!heard) continue;
    const request = { ...heard, phrase: deedMeant(heard, waiting) };
    const { due, rest } = splitDue(request.phrase, clock);
    if (request.kind !== 'needed' && !isTaskRequest(request.phrase, due !== null)) continue;
    const asked: Asked = { ...request, sentence, due, rest, answered: false };
    const assigned = request.kind === 'told' ? assign(asked, sentences) : null;
    if (assigned) found.push(assigned);
    requests.push({ ...asked, answered: assigned !== null });
  }
  return mergeTasks(found, sentences);
}

const takesIt = /^(?:take|do|handle) (?:it|that|this|care of (?:it|that|this))(?: (?:on|over))?$/i;

/** "Somebody should call the service." "Henry, can you take that?": what he is asked to do was said before. */
function deedMeant({ phrase }: TaskRequest, waiting: readonly Asked[]): string {
  if (!takesIt.test(phrase)) return phrase;
  const open = waiting.findLast(({ kind }) => kind === 'needed' || kind === 'anyone');
  return open?.phrase ?? phrase;
}

/** "Yes. I will send it tomorrow.": the next sentence says more. */
function saysMoreNext({ at, speaker }: Sentence, sentences: readonly Sentence[]): boolean {
  const next = sentences[at + 1];
  if (next?.speaker !== speaker) return false;
  const commitment = readCommitment(next.said);
  return (
    commitment !== null &&
    commitment.phrase !== null &&
    isAction(commitment.phrase, true) &&
    !/\balso\b/i.test(next.said)
  );
}

/** The task of a sentence that promises something. */
function readTask(
  sentence: Sentence,
  waiting: readonly Asked[],
  context: TaskContext,
): { asked: Asked | null; task: FoundTask } | null {
  const commitment = readCommitment(sentence.said);
  if (!commitment) return null;
  const { phrase, before } = commitment;
  if (phrase === null && saysMoreNext(sentence, context.sentences)) return null;
  const { sentences, clock } = context;
  const own = splitDue(phrase ?? before, clock);
  const named = own.due ?? (phrase === null ? null : splitDue(before, clock).due);
  const behind = named === null ? dayBehind(sentence, context) : null;
  const due = named ?? behind?.due ?? null;
  const words = phrase === null ? '' : own.rest;
  const meant = requestMeant(sentence, words, waiting, sentences);
  // What "we have to" do is named by it only for "I'll do that".
  const asked = meant?.kind === 'needed' && phrase !== null && namesAction(words) ? null : meant;
  if (!holds(sentence, commitment, { words, due, asked, sentences })) return null;
  const repeats = asked !== null && verbOf(words) === verbOf(asked.rest);
  const saysOwn = tells.test(words) || (inquires.test(words) && !repeats);
  const isVague =
    phrase === null ||
    (!saysOwn && (pointsBack(words) || (asked !== null && isWithin(words, asked.rest, due))));
  const text =
    asked && isVague
      ? wordRequest(asked, sentences)
      : wordTask(namePointed(words, sentence.at, sentences), {
          speaker: sentence.speaker,
          hearer: asked?.sentence.speaker ?? hearerOf(sentence, sentences),
          kind: 'promise',
        });
  if (!/\p{L}{3}/u.test(text)) return null;
  const cited = asked && (isVague || asked.kind !== 'when') ? asked.sentence.lines : [];
  return {
    asked,
    task: {
      text,
      owner: sentence.speaker,
      due: due ?? asked?.due ?? null,
      quote: phrase === null && asked ? asked.sentence.text : sentence.text,
      lines: [...new Set([...sentence.lines, ...cited, ...(behind?.lines ?? [])])],
      at: sentence.at,
      terms: termsOf(text),
      by: 'promise',
    },
  };
}

/** "Who pays it?" "I have to check that with the bank.": no promise to pay. */
const inquires = /^(?:check|ask|find out|clarify|verify|look (?:into|up))\b/i;
/** "asking the janitor" is "ask". */
function verbOf(words: string): string {
  const [first = ''] = words.toLowerCase().split(' ');
  return verbOfGerund(first) ?? first;
}

const tells = /^let \S+ know (?:what|if|whether|when|how|who|which|where)\b/i;

/** Says no more than the request does: "I'll ask him" to "Could you ask the janitor for the keys?" */
function isWithin(words: string, request: string, due: string | null): boolean {
  const asked = termsOf(request);
  const own = termsOf(words);
  const isSubset = own.every((term) => asked.includes(term));
  return (
    asked.length > own.length &&
    (isSubset || (due === null && asked.length > 2 && !own.some((term) => asked.includes(term))))
  );
}

const obligation =
  /\bi (?:need to|have to|must|should|ought to|want to|plan to)|\bi(?:'ve| have) (?:got )?to|\bi(?:'m| am) \p{L}+ing\b/iu;
const notAnOffer = /\bi(?:'d| would| might| may)\b/i;
const byDay = /\b(?:by|until|before|tomorrow|today)\b/i;
const taken =
  /^(?:(?:yes|oh|ah|okay|ok|great|well)[,.! ]*)*(?:please(?: do)?|yes|thanks?|thank you|that would be (?:great|good|nice|helpful|lovely|perfect|wonderful|amazing|fantastic|brilliant|super|awesome|a (?:great|big|huge) help)|that would help|great|perfect|wonderful|go ahead|do that|lovely|excellent|cool|good|sure|okay|ok)\b/i;

/** Whether what somebody says they will or can do is a task of theirs. */
function holds(
  { at, speaker, said }: Sentence,
  { strength, phrase }: Commitment,
  {
    words,
    due,
    asked,
    sentences,
  }: {
    words: string;
    due: string | null;
    asked: Asked | null;
    sentences: readonly Sentence[];
  },
): boolean {
  const wasAsked = asked !== null && asked.kind !== 'needed';
  if (phrase === null) return asked !== null;
  if (!isAction(words, due !== null || wasAsked)) return false;
  if (strength === 'firm' || wasAsked) return true;
  if (!namesAction(words)) return false;
  if (obligation.test(said)) return due !== null && byDay.test(said);
  if (notAnOffer.test(said) && !/\bi'd be happy\b/i.test(said)) return false;
  const isTaken = sentences
    .slice(at + 1, at + 3)
    .some(
      (reply) => reply.speaker !== speaker && taken.test(reply.said) && readStance(reply.said) !== 'objects',
    );
  return isTaken || (due !== null && !said.trim().endsWith('?'));
}

const unneeded =
  /\b(?:no need|don't bother|do not bother|not necessary|i(?:'ve| have)? already (?:done|did|sent|have)|already done|leave it|you don't have to)\b/i;
const secondThought =
  /^(?:(?:oh|no|well)[,.]? )*(?:actually,? (?:no|i can't|i won't)|never mind|nevermind|scratch that|forget (?:it|that)|wait,? i (?:can't|won't))\b/i;

/** A joke, or what somebody takes back or is told to leave at once. */
function isTakenBack({ at, text, speaker }: Sentence, sentences: readonly Sentence[]): boolean {
  if (isJoke(text)) return true;
  return sentences
    .slice(at + 1, at + 3)
    .some((next) =>
      next.speaker === speaker
        ? isJoke(next.text) || secondThought.test(next.said)
        : unneeded.test(next.said),
    );
}

const delivery =
  /^(?:you|they|she|he|it|that|everyone|we)(?:'ll| will| should) (?:have|get|be|see|receive)\b/i;

/** "I will send it." "By when?" "By Friday.": the day may come in the next words. */
function dayBehind(
  { at, speaker, lines }: Sentence,
  { sentences, clock }: TaskContext,
): { due: string; lines: readonly BriefLine[] } | null {
  for (const next of sentences.slice(at + 1, at + 4)) {
    const { due, rest } = splitDue(next.said, clock);
    const isFragment =
      due !== null && (termsOf(rest).length === 0 || (next.speaker === speaker && delivery.test(next.said)));
    const isAgreed =
      next.speaker === speaker ||
      sentences
        .slice(next.at + 1, next.at + 2)
        .some((reply) => reply.speaker === speaker && readAnswer(reply.said) === 'yes');
    if (isFragment && isAgreed && (next.speaker === speaker ? !next.asks : true))
      return { due, lines: next.lines };
    const isSameTurn = next.speaker === speaker && next.lines.every((line) => lines.includes(line));
    if (!isFragment && next.terms.length > 0 && !isSameTurn) return null;
  }
  return null;
}

function hearerOf({ at, to, speaker }: Sentence, sentences: readonly Sentence[]): string | null {
  if (to !== null) return to;
  const before = sentences[at - 1]?.speaker;
  return before !== undefined && before !== speaker ? before : null;
}
