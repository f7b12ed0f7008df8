import { type Room, RoomEvent } from 'livekit-client';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { CatchUpStatus } from './catch-up.ts';
import { followStoredLines } from './follow-stored-lines.ts';
import { receiveCaptions } from './receive-captions.ts';
import { listItems, type SpokenItem, selectCaptions, type TranscriptItem } from './transcript-items.ts';
import { createTranscriptStore } from './transcript-store.ts';

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
    const stored = followStoredLines({ meetingId, apiToken, store, onStatus: setStatus, onEnded });
    const stopReceiving = receiveCaptions({
      room,
      meetingId,
      store,
      now: () => performance.now(),
      onControl: ({ type }) => {
        if (type === 'meeting.ended') onEnded();
        if (type === 'transcript.changed') stored.refetch();
      },
    });
    const ticking = setInterval(() => store.dispatch({ type: 'tick', atMs: performance.now() }), 2_000);
    room.on(RoomEvent.Connected, stored.refetch);
    room.on(RoomEvent.Reconnected, stored.refetch);
    return () => {
      room.off(RoomEvent.Connected, stored.refetch);
      room.off(RoomEvent.Reconnected, stored.refetch);
      clearInterval(ticking);
      stopReceiving();
      stored.close();
    };
  }, [room, meetingId, apiToken, store, onEnded]);

  const state = useSyncExternalStore(store.subscribe, store.getState);
  const items = useMemo(() => listItems(state), [state]);
  const captions = useMemo(() => selectCaptions(items, state.recent), [items, state.recent]);
  return { items, captions, catchUp: status };
}
