import { type ApprovalsEvent, type ApprovalsState, foldApprovals, noApprovals } from './approvals-state.ts';

/** Holds what this person is asked while the page of the meeting is open. */
export interface ApprovalsStore {
  getState(): ApprovalsState;
  dispatch(event: ApprovalsEvent): void;
  /** Calls back after each change; returns how to stop. */
  subscribe(onChange: () => void): () => void;
}

export function createApprovalsStore(): ApprovalsStore {
  let state = noApprovals;
  const listeners = new Set<() => void>();
  return {
    getState: () => state,
    dispatch(event) {
      state = foldApprovals(state, event);
      for (const listener of listeners) listener();
    },
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}
