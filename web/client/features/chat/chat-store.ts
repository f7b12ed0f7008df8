import { type ChatEvent, type ChatState, emptyChat, foldChat } from './chat-state.ts';

/** Holds the chat while the page of the meeting is open. */
export interface ChatStore {
  getState(): ChatState;
  dispatch(event: ChatEvent): void;
  /** Calls back after each change; returns how to stop. */
  subscribe(onChange: () => void): () => void;
}

export function createChatStore(start: Partial<ChatState> = {}): ChatStore {
  let state: ChatState = { ...emptyChat, ...start };
  const listeners = new Set<() => void>();
  return {
    getState: () => state,
    dispatch(event) {
      const next = foldChat(state, event);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}
