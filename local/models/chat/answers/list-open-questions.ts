import { foldLetters } from '../../../../lib/fold-letters.ts';
import type { ReadLine } from './read-lines.ts';

/** Lines behind a question in which its answer is looked for. */
const reach = 4;
const evasion =
  /\b(?:don't know|do not know|not sure|no idea|i wonder|good question|(?:talk|speak|think) about (?:that|it|this)|come back to|next time|later|have to (?:ask|check|look)|need to (?:ask|check|find out|clarify)|let me (?:check|ask|look)|we will see|we'll see|open)\b/i;
const stillOpen =
  /\b(?:(?:is|are|remains?|still) (?:still )?(?:open|unclear|undecided|not clear|to be decided|to be clarified)|(?:need|have) to (?:decide|clarify|find out|figure out)|(?:not|n't) (?:yet )?(?:decided|clear))\b/i;

/** Questions that nobody answered, and what was said to be open. */
export function listOpenQuestions(lines: readonly ReadLine[]): ReadLine[] {
  return lines.filter((line) =>
    line.asks
      ? line.terms.length > 0 && !isAnswered(line, lines)
      : stillOpen.test(line.line.text) &&
        !lines.slice(line.at + 1).some((later) => later.decides !== null && sharesTerms(line, later, 2)),
  );
}

function isAnswered(question: ReadLine, lines: readonly ReadLine[]): boolean {
  const replies = lines
    .slice(question.at + 1, question.at + 1 + reach)
    .filter(({ line }) => line.speaker !== question.line.speaker);
  const [first] = replies;
  if (!first || evasion.test(first.line.text))
    return lines
      .slice(question.at + 2)
      .some((later) => later.decides !== null && sharesTerms(question, later, 2));
  if (!first.isQuestion) return isAskedOf(question, first) || first.at - question.at <= 2;
  return replies.some(
    (reply) => !reply.isQuestion && (sharesTerms(question, reply, 1) || isAskedOf(question, reply)),
  );
}

const isAskedOf = (question: ReadLine, reply: ReadLine) =>
  foldLetters(question.line.text).includes(foldLetters(reply.line.speaker).split(' ')[0] ?? '');

function sharesTerms(a: ReadLine, b: ReadLine, count: number): boolean {
  const terms = new Set(a.terms);
  return new Set(b.terms.filter((term) => terms.has(term))).size >= Math.min(count, terms.size);
}
