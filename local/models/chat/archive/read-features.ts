/** What speaks for a line as the answer to a question, in numbers. */
import { type Asked, fits, reason } from '../answers/find-answer.ts';
import type { ReadLine } from '../answers/read-lines.ts';
import { termsOf } from '../answers/terms.ts';

export interface Features {
  /** Likeness of the question to the line, to the line before, and to both together. */
  line: number;
  before: number;
  pair: number;
  /** Share of the question's words, rare ones counting more: in the line, else before it, else a little further before. */
  own: number;
  previous: number;
  near: number;
  /** In the name of the speaker. */
  speaker: number;
  /** The line is of the kind that was asked for: a number, a moment, a name, a reason. */
  fits: number;
  /** The one before asks, someone else answers; and how much what it asks is what is asked here. */
  replies: number;
  replyLikeness: number;
  asks: number;
  decides: number;
  said: number;
  /** Share of the names in the question that are neither in the line nor around it. */
  unnamed: number;
}

/** Lines before the previous one in which words of the question still count. */
const reach = 4;

export interface Question extends Asked {
  weight: (term: string) => number;
  /** -1 to 1, of the question and a text. */
  likeness: (text: string) => number;
  /** Terms of the names that the question has. */
  names: readonly string[];
}

/** Words with a capital that do not begin the question, and numbers. */
export function namesIn(question: string): string[] {
  return (question.match(/(?<=[\p{L}\p{N},’'] )(?:\p{Lu}\p{L}+|\d{2,})/gu) ?? []).flatMap(termsOf);
}

export function pairText(line: ReadLine, before: ReadLine | undefined): string {
  return before ? `${before.line.text} ${line.line.text}` : line.line.text;
}

/** `before` are the lines in front of it, the nearest last. */
export function readFeatures(line: ReadLine, before: readonly ReadLine[], asked: Question): Features {
  const previous = before.at(-1);
  const own = new Set(line.terms);
  const last = new Set(previous?.terms);
  const near = new Set(before.slice(-reach, -1).flatMap(({ terms }) => terms));
  const speaker = new Set(termsOf(line.line.speaker));
  const share = { own: 0, previous: 0, near: 0, speaker: 0 };
  let total = 0;
  for (const term of asked.terms) {
    const weight = asked.weight(term);
    total += weight;
    if (own.has(term)) share.own += weight;
    else if (last.has(term)) share.previous += weight;
    else if (speaker.has(term)) share.speaker += weight;
    else if (near.has(term)) share.near += weight;
  }
  const around = new Set(
    [line, ...before.slice(-reach)].flatMap((each) => [...each.terms, ...termsOf(each.line.speaker)]),
  );
  const unnamed = asked.names.filter((name) => !around.has(name));
  const likeBefore = previous ? asked.likeness(previous.line.text) : 0;
  const replies = previous?.asks === true && previous.line.speaker !== line.line.speaker && !line.isQuestion;
  return {
    line: asked.likeness(line.line.text),
    before: likeBefore,
    pair: asked.likeness(pairText(line, previous)),
    own: share.own / (total || 1),
    previous: share.previous / (total || 1),
    near: share.near / (total || 1),
    speaker: share.speaker / (total || 1),
    fits: asked.wants !== 'other' && fitsKind(line, asked) ? 1 : 0,
    replies: replies ? 1 : 0,
    replyLikeness: replies ? likeBefore : 0,
    asks: line.isQuestion ? 1 : line.asks ? 0.5 : 0,
    decides: asked.wants === 'decision' && line.decides !== null ? 1 : 0,
    said: asked.speaker === line.line.speaker ? 1 : 0,
    unnamed: unnamed.length / (asked.names.length || 1),
  };
}

function fitsKind(line: ReadLine, asked: Asked): boolean {
  if (asked.wants === 'reason') return reason.test(line.line.text);
  return fits[asked.wants](line, asked);
}
