import { type Room, RoomEvent } from 'livekit-client';
import { useEffect, useMemo, useState } from 'react';
import type { CatchUpStatus } from './catch-up.ts';
import { followStoredLines } from './follow-stored-lines.ts';
import { receiveCaptions } from './receive-captions.ts';
import { createTranscriptStore, type TranscriptStore } from './transcript-store.ts';

export interface Transcript {
  /** Changes many times a second: whoever shows it listens to it, and nothing above. */
  store: TranscriptStore;
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
        if (type === 'gaps.changed') stored.refresh();
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

  return useMemo(() => ({ store, catchUp: status }), [store, status]);
}
