/** Fetches stored messages: on joining, after a break, and when a number is missing. One request at a time. */
import type { ChatPage } from '../../../../lib/chat-messages.ts';
import type { ChatStore } from './chat-store.ts';

interface ChatHistoryOptions {
  store: ChatStore;
  /** Messages behind the number `after`. */
  fetchPage(after: number, signal: AbortSignal): Promise<ChatPage>;
  /** Resolves after the time, or at once when the signal aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

export interface ChatHistory {
  /** Fetches what is not here yet. */
  refetch(): void;
  close(): void;
}

const failureDelaysMs = [1_000, 2_000, 4_000, 8_000, 15_000];

export function createChatHistory({ store, fetchPage, wait }: ChatHistoryOptions): ChatHistory {
  const closing = new AbortController();
  const { signal } = closing;
  let wanted = false;
  let running = false;
  let failures = 0;

  async function run() {
    if (running) return;
    running = true;
    while (wanted && !signal.aborted) {
      wanted = false;
      if (await fetchAll()) failures = 0;
      else wanted = true;
    }
    running = false;
  }

  /** False, after a pause, when the server did not answer. */
  async function fetchAll(): Promise<boolean> {
    try {
      for (let more = true; more && !signal.aborted; ) {
        const page = await fetchPage(store.getState().upTo, signal);
        store.dispatch({ type: 'page', ...page });
        more = page.more;
      }
      return true;
    } catch {
      if (signal.aborted) return false;
      store.dispatch({ type: 'failing' });
      failures += 1;
      await wait(failureDelaysMs[Math.min(failures, failureDelaysMs.length) - 1] ?? 0, signal);
      return false;
    }
  }

  return {
    refetch() {
      wanted = true;
      void run();
    },
    close: () => closing.abort(),
  };
}
