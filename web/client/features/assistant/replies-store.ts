import { foldReplies, noReplies, type RepliesEvent, type RepliesState } from './replies-state.ts';

/** Holds questions and answers while the page of the meeting is open. */
export interface RepliesStore {
  getState(): RepliesState;
  dispatch(event: RepliesEvent): void;
  /** Calls back after each change; returns how to stop. */
  subscribe(onChange: () => void): () => void;
}

export function createRepliesStore(): RepliesStore {
  let state = noReplies;
  const listeners = new Set<() => void>();
  return {
    getState: () => state,
    dispatch(event) {
      state = foldReplies(state, event);
      for (const listener of listeners) listener();
    },
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}
