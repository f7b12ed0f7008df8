import { useRoomContext } from '@livekit/components-react';
import { ParticipantKind, RoomEvent } from 'livekit-client';
import { useEffect, useState } from 'react';
import { followVoices, nextChangeAtMs, noVoices, speakersIn } from './active-speakers.ts';
import { agentKey } from './order-tiles.ts';

const nobody: readonly string[] = [];

/** Keys of those who are shown as speaking, who began first comes first. */
export function useActiveSpeakers(): readonly string[] {
  const room = useRoomContext();
  const [speakers, setSpeakers] = useState(nobody);
  useEffect(() => {
    let voices = noVoices;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = () => {
      clearTimeout(timer);
      const heard = room.activeSpeakers.map(({ kind, identity }) =>
        kind === ParticipantKind.AGENT ? agentKey : identity,
      );
      const nowMs = performance.now();
      voices = followVoices(voices, new Set(heard), nowMs);
      setSpeakers((before) => keepSame(before, speakersIn(voices)));
      const nextAtMs = nextChangeAtMs(voices);
      if (nextAtMs !== null) timer = setTimeout(follow, Math.max(0, nextAtMs - nowMs));
    };
    follow();
    room.on(RoomEvent.ActiveSpeakersChanged, follow);
    return () => {
      clearTimeout(timer);
      room.off(RoomEvent.ActiveSpeakersChanged, follow);
    };
  }, [room]);
  return speakers;
}

/** Renders nothing again for a report that changes nothing. */
function keepSame(before: readonly string[], after: readonly string[]): readonly string[] {
  return before.length === after.length && before.every((key, index) => key === after[index])
    ? before
    : after;
}
