/** Questions to the archive and their answers, as they come in. */
import { type AskArchive, type AskEvent, archiveLimits } from '../../../../lib/archive-messages.ts';

export type Statement = Extract<AskEvent, { type: 'statement' }>;

export interface Exchange {
  question: string;
  /** Null until the answer begins. */
  by: Extract<AskEvent, { type: 'start' }>['by'] | null;
  statements: Statement[];
  state: 'asking' | 'found' | 'not found' | 'failed';
  /** A sentence where something went wrong; else empty. */
  problem: string;
}

export const beginExchange = (question: string): Exchange => ({
  question,
  by: null,
  statements: [],
  state: 'asking',
  problem: '',
});

export function applyEvent(exchange: Exchange, event: AskEvent): Exchange {
  switch (event.type) {
    case 'start':
      return { ...exchange, by: event.by };
    case 'statement':
      return { ...exchange, statements: [...exchange.statements, event] };
    case 'end': {
      if (event.problem !== null) return { ...exchange, state: 'failed', problem: event.problem };
      return { ...exchange, state: event.found ? 'found' : 'not found' };
    }
  }
}

/** The answer never came to its end. */
export const failExchange = (exchange: Exchange, problem: string): Exchange =>
  exchange.state === 'asking' ? { ...exchange, state: 'failed', problem } : exchange;

/** What goes along with the next question: the last answers that there are. */
export function turnsOf(exchanges: readonly Exchange[]): NonNullable<AskArchive['turns']> {
  return exchanges
    .filter(({ state }) => state === 'found' || state === 'not found')
    .slice(-archiveLimits.turns)
    .map(({ question, statements }) => ({
      question,
      answer: statements
        .map(({ text }) => text)
        .join(' ')
        .slice(0, archiveLimits.answer),
    }));
}
