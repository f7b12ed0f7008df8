import { describe, expect, test } from 'vitest';
import { createChatHistory } from './chat-history.ts';
import { createChatStore } from './chat-store.ts';
import { buildMessage } from './testing.ts';

/** Web with `stored` messages, two in a page, that fails as often as told. */
function open(stored: number, failures = 0) {
  const store = createChatStore();
  const asked: number[] = [];
  const waits: number[] = [];
  let left = failures;
  const history = createChatHistory({
    store,
    wait: async (ms) => void waits.push(ms),
    fetchPage: async (after) => {
      asked.push(after);
      if (left-- > 0) throw new Error('away');
      const seqs = Array.from({ length: stored }, (_, i) => i + 1).filter((seq) => seq > after);
      return { messages: seqs.slice(0, 2).map((seq) => buildMessage({ seq })), more: seqs.length > 2 };
    },
  });
  const settle = async () => {
    for (let i = 0; i < 50; i++) await Promise.resolve();
  };
  return { store, history, asked, waits, settle };
}

describe(createChatHistory, () => {
  test('fetches page after page, and later only what is new', async () => {
    const { store, history, asked, settle } = open(5);
    history.refetch();
    history.refetch();
    await settle();
    expect([asked, store.getState().upTo]).toEqual([[0, 2, 4, 5], 5]);
  });

  test('tries again after longer and longer pauses, and says so meanwhile', async () => {
    const { store, history, waits, settle } = open(1, 2);
    const seen: string[] = [];
    store.subscribe(() => seen.push(store.getState().history));
    history.refetch();
    await settle();
    expect([waits, seen]).toEqual([
      [1_000, 2_000],
      ['failing', 'failing', 'complete'],
    ]);
  });

  test('does nothing after it was closed', async () => {
    const { history, asked, settle } = open(1);
    history.close();
    history.refetch();
    await settle();
    expect(asked).toEqual([]);
  });
});
