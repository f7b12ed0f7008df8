import type { Compare } from '../turn.ts';
import { findAnswer, meaningOf, readQuestion, reason } from './find-answer.ts';
import { isQuestion } from './is-question.ts';
import { mark, quote, shortened } from './quote.ts';
import type { ReadLine } from './read-lines.ts';
import { wordDecision } from './word-decision.ts';

export type Answered =
  | { kind: 'found'; text: string }
  /** The transcript does not say; `text` says so. */
  | { kind: 'not said'; text: string }
  | { kind: 'not a question' };

/** A short sentence that quotes or restates the line, with its citation. */
export async function answerQuestion(
  question: string,
  lines: readonly ReadLine[],
  compare: Compare,
): Promise<Answered> {
  const { wants } = readQuestion(question, lines);
  const similarity = await compare(
    question,
    lines.map((line) => meaningOf(line, lines)),
  );
  const answer = findAnswer(question, lines, similarity);
  if (!answer) {
    if (!isQuestion(question) && !/^(?:tell|explain|describe|remind|show)\b/i.test(question))
      return { kind: 'not a question' };
    return {
      kind: 'not said',
      text:
        wants === 'decision'
          ? 'I heard no decision about that.'
          : 'That was not said in this meeting, as far as I heard.',
    };
  }
  const { line } = answer;
  if (wants === 'decision' && line.decides === null)
    return { kind: 'found', text: `I heard no decision about that. ${quote(line)}` };
  if (wants === 'reason' && !reason.test(line.line.text))
    return { kind: 'found', text: likelyReason(line, lines) };
  return { kind: 'found', text: line.decides !== null ? wordDecision(line) : wordReply(line, lines) };
}

/** Nobody said "because": what was said before is the best clue. */
function likelyReason(line: ReadLine, lines: readonly ReadLine[]): string {
  const before = lines
    .slice(Math.max(0, line.at - 2), line.at)
    .findLast((each) => each.terms.length > 1 && !each.decides);
  return ['I heard no reason in so many words.', ...(before ? [quote(before)] : []), quote(line)].join(' ');
}

/** A short reply means nothing without what it replies to. */
function wordReply(line: ReadLine, lines: readonly ReadLine[]): string {
  const before = lines[line.at - 1];
  if (
    !before?.isQuestion ||
    line.isQuestion ||
    line.terms.length > 3 ||
    before.line.speaker === line.line.speaker
  )
    return quote(line);
  return `${quote(before)} ${line.line.speaker} answered: "${shortened(line.line.text)}" ${mark(line)}`;
}
