/** Sends messages, one after the other so that they stand as they were written. */
import type { ChatMessage, SendChat } from '../../../../lib/chat-messages.ts';
import { ApiError } from '../api/api-error.ts';
import type { Outgoing } from './chat-state.ts';
import type { ChatStore } from './chat-store.ts';

interface ChatOutboxOptions {
  store: ChatStore;
  post(message: SendChat): Promise<ChatMessage>;
  wait(ms: number): Promise<void>;
}

/** A server that restarts is back within seconds; after that the person decides. */
const delaysMs = [0, 1_000, 3_000];

export interface ChatOutbox {
  /** Sends a message, or sends it again: by its id it is written once. */
  send(message: SendChat): void;
}

export function createChatOutbox({ store, post, wait }: ChatOutboxOptions): ChatOutbox {
  let before = Promise.resolve();

  async function deliver({ id, text }: SendChat) {
    let problem = '';
    for (const delayMs of delaysMs) {
      await wait(delayMs);
      try {
        store.dispatch({ type: 'came', message: await post({ id, text }) });
        return;
      } catch (error) {
        problem = error instanceof Error ? error.message : 'It could not be sent.';
        if (!mayHelpToRepeat(error)) break;
      }
    }
    store.dispatch({ type: 'refused', id, problem });
  }

  return {
    send(message) {
      const outgoing: Outgoing = { ...message, problem: null };
      store.dispatch({ type: 'sent', outgoing });
      before = before.then(() => deliver(message));
    },
  };
}

function mayHelpToRepeat(error: unknown): boolean {
  return error instanceof ApiError && (error.code === 'unreachable' || error.code === 'unavailable');
}
