/** The last questions and answers of each person, for "and when was that?". */
import type { Audience } from '../../lib/assistant-messages.ts';
import type { Exchange } from './prompt.ts';
import type { Question } from './question.ts';

export interface Exchanges {
  add(question: Question, answer: string): void;
  /** What was asked before by the same person, oldest first; for all to hear only what all know. */
  of(question: Question): Exchange[];
  /** Forgets everything. */
  clear(): void;
}

const kept = 3;
const keptMs = 5 * 60_000;

export function createExchanges(now: () => number = Date.now): Exchanges {
  const byAsker = new Map<string, (Exchange & { audience: Audience; atMs: number })[]>();
  return {
    add({ asker, text, audience }, answer) {
      const before = byAsker.get(asker.id) ?? [];
      byAsker.set(asker.id, [...before, { question: text, answer, audience, atMs: now() }].slice(-2 * kept));
    },
    of({ asker, audience }) {
      const fitting = (byAsker.get(asker.id) ?? []).filter(
        (each) => now() - each.atMs <= keptMs && (audience === 'me' || each.audience === 'all'),
      );
      return fitting.slice(-kept).map(({ question, answer }) => ({ question, answer }));
    },
    clear: () => byAsker.clear(),
  };
}
