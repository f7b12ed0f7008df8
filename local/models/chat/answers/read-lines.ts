import type { BriefLine } from '../../../../lib/assistant-brief.ts';
import { findDecisions } from '../summary/find-decisions.ts';
import { cutSentences } from '../summary/sentences.ts';
import { isAddressed } from './is-addressed.ts';
import { isQuestion, statementOf } from './is-question.ts';
import { termsOf } from './terms.ts';

export interface ReadLine {
  line: BriefLine;
  /** Place in the transcript, from 0. */
  at: number;
  terms: string[];
  /** Ends with a question. */
  asks: boolean;
  /** Is nothing but a question. */
  isQuestion: boolean;
  /** What it settles, as the summary finds it, and nothing later replaced. */
  decides: { text: string; isAnnounced: boolean } | null;
  /** What a later line settled was proposed or agreed to in it. */
  leadsToDecision: boolean;
  /** Promises to do something. */
  promises: boolean;
}

const promise =
  /\b(?:i(?:'ll| will| can| could| shall)|i(?:'m| am) going to|let me|leave (?:it|that) to me|i take (?:that|it|care)|i(?:'ll| will) take)\b/i;

/** Leaves out what the AI participant said, and what was said to it: neither tells what people meant. */
export function readLines(lines: readonly BriefLine[], persona: string): ReadLine[] {
  const people = [...new Set(lines.map(({ speaker }) => speaker))];
  const settled = new Map<BriefLine, ReadLine['decides']>();
  const leading = new Set<BriefLine>();
  for (const { text, isAnnounced, lines: cited } of findDecisions(cutSentences(lines, { persona, people }))) {
    const [first, ...others] = cited;
    if (first) settled.set(first, { text, isAnnounced });
    for (const other of others) leading.add(other);
  }
  return lines
    .filter((line) => line.speaker !== persona && !isAddressed(line.text, persona))
    .map((line, at) => ({
      line,
      at,
      terms: termsOf(line.text),
      asks: isQuestion(line.text),
      isQuestion: isQuestion(line.text) && termsOf(statementOf(line.text)).length === 0,
      decides: settled.get(line) ?? null,
      leadsToDecision: leading.has(line),
      promises: promise.test(line.text),
    }));
}
