import { fetchTranscriptPage } from '../api/meetings.ts';
import { type CatchUp, type CatchUpStatus, createCatchUp } from './catch-up.ts';
import { findHole } from './transcript-state.ts';
import type { TranscriptStore } from './transcript-store.ts';
import { wait } from './wait.ts';

interface FollowOptions {
  meetingId: string;
  /** Left out: the account of the session. */
  apiToken?: string | undefined;
  store: TranscriptStore;
  onStatus(status: CatchUpStatus): void;
  /** A page says that the meeting is over. */
  onEnded?(): void;
}

/** Brings what web has stored into the transcript, whenever asked, and where numbers are missing. */
export function followStoredLines({ meetingId, apiToken, store, onStatus, onEnded }: FollowOptions): CatchUp {
  const catchUp = createCatchUp({
    fetchPage: (after, signal) => fetchTranscriptPage(meetingId, apiToken, after, signal),
    onPage(page) {
      store.dispatch({ type: 'page', page });
      if (page.status === 'ended' || page.status === 'completed') onEnded?.();
    },
    onStatus,
    getHole: () => findHole(store.getState()),
    onGiveUp: (hole) => store.dispatch({ type: 'gave-up', ...hole }),
    wait,
  });
  const stopFilling = store.subscribe(catchUp.fill);
  return {
    ...catchUp,
    close() {
      stopFilling();
      catchUp.close();
    },
  };
}
