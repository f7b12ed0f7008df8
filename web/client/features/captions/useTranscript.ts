import { type Room, RoomEvent } from 'livekit-client';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { fetchTranscriptPage } from '../api/meetings.ts';
import { type CatchUpStatus, createCatchUp } from './catch-up.ts';
import { receiveCaptions } from './receive-captions.ts';
import { listItems, type SpokenItem, selectCaptions, type TranscriptItem } from './transcript-items.ts';
import { findHole } from './transcript-state.ts';
import { createTranscriptStore } from './transcript-store.ts';
import { wait } from './wait.ts';

export interface Transcript {
  items: readonly TranscriptItem[];
  /** What is being said now, at most three rows. */
  captions: readonly SpokenItem[];
  catchUp: CatchUpStatus;
}

interface UseTranscriptOptions {
  room: Room;
  meetingId: string;
  apiToken: string;
  /** The server says that the meeting is over. */
  onEnded(): void;
}

/** The transcript of the meeting in `room`: live captions over stored lines, without holes. */
export function useTranscript({ room, meetingId, apiToken, onEnded }: UseTranscriptOptions): Transcript {
  const [store] = useState(createTranscriptStore);
  const [status, setStatus] = useState<CatchUpStatus>('loading');

  useEffect(() => {
    const catchUp = createCatchUp({
      fetchPage: (after, signal) => fetchTranscriptPage(meetingId, apiToken, after, signal),
      onPage(page) {
        store.dispatch({ type: 'page', page });
        if (page.status === 'ended' || page.status === 'completed') onEnded();
      },
      onStatus: setStatus,
      getHole: () => findHole(store.getState()),
      onGiveUp: (hole) => store.dispatch({ type: 'gave-up', ...hole }),
      wait,
    });
    const stopReceiving = receiveCaptions({
      room,
      meetingId,
      store,
      now: () => performance.now(),
      onControl: (message) => (message.type === 'meeting.ended' ? onEnded() : catchUp.refetch()),
    });
    const stopFilling = store.subscribe(catchUp.fill);
    const ticking = setInterval(() => store.dispatch({ type: 'tick', atMs: performance.now() }), 2_000);
    room.on(RoomEvent.Connected, catchUp.refetch);
    room.on(RoomEvent.Reconnected, catchUp.refetch);
    return () => {
      room.off(RoomEvent.Connected, catchUp.refetch);
      room.off(RoomEvent.Reconnected, catchUp.refetch);
      clearInterval(ticking);
      stopFilling();
      stopReceiving();
      catchUp.close();
    };
  }, [room, meetingId, apiToken, store, onEnded]);

  const state = useSyncExternalStore(store.subscribe, store.getState);
  const items = useMemo(() => listItems(state), [state]);
  const captions = useMemo(() => selectCaptions(items, state.recent), [items, state.recent]);
  return { items, captions, catchUp: status };
}
