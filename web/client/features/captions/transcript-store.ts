import {
  emptyTranscript,
  foldTranscript,
  type TranscriptEvent,
  type TranscriptState,
} from './transcript-state.ts';

/** Holds the transcript of one meeting while its page is open. */
export interface TranscriptStore {
  getState(): TranscriptState;
  dispatch(event: TranscriptEvent): void;
  /** Calls back after each change; returns how to stop. */
  subscribe(onChange: () => void): () => void;
}

export function createTranscriptStore(): TranscriptStore {
  let state = emptyTranscript;
  const listeners = new Set<() => void>();
  return {
    getState: () => state,
    dispatch(event) {
      const next = foldTranscript(state, event);
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
