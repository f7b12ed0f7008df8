import { useEffect, useRef, useState } from 'react';
import { ApiError } from '../api/api-error.ts';
import { askArchive } from '../api/archive.ts';
import { applyEvent, beginExchange, type Exchange, failExchange, turnsOf } from './exchanges.ts';

const lost = 'The answer broke off. Ask again.';

/** A conversation with one meeting, or with all of them. */
export function useAsk(meetingId: string | null) {
  const [exchanges, setExchanges] = useState<Exchange[]>([]);
  const asking = useRef<AbortController | null>(null);
  useEffect(() => () => asking.current?.abort(), []);

  const change = (update: (last: Exchange) => Exchange) =>
    setExchanges((all) => all.map((each, index) => (index === all.length - 1 ? update(each) : each)));

  async function ask(question: string): Promise<void> {
    asking.current?.abort();
    const controller = new AbortController();
    asking.current = controller;
    const { signal } = controller;
    const turns = turnsOf(exchanges);
    setExchanges((all) => [...all.map((each) => failExchange(each, 'Stopped.')), beginExchange(question)]);
    try {
      for await (const event of askArchive(meetingId, { question, turns }, signal)) {
        if (signal.aborted) return;
        change((last) => applyEvent(last, event));
      }
      change((last) => failExchange(last, lost));
    } catch (error) {
      if (signal.aborted) return;
      const problem = error instanceof ApiError ? error.message : lost;
      change((last) => failExchange(last, problem));
    }
  }

  return {
    exchanges,
    busy: exchanges.at(-1)?.state === 'asking',
    ask: (question: string) => void ask(question),
    forget: () => {
      asking.current?.abort();
      setExchanges([]);
    },
  };
}
