import { type Room, RoomEvent, Track } from 'livekit-client';
import { useEffect, useReducer } from 'react';
import { useRemembered } from '../../ui/remembered.ts';
import type { MeetingSession } from '../meeting/meeting-session.ts';
import { audioOnly } from './audio-only.ts';
import { foldConnection, newConnection } from './audio-only-advice.ts';

export interface AudioOnly {
  on: boolean;
  /** Sound alone would work better than what there is. */
  suggested: boolean;
  /** Video would work again. */
  steady: boolean;
  turnOn(): void;
  turnOff(): void;
  putAside(): void;
}

const tickMs = 2_000;

/** Sound without the pictures of people, on a press. A shared screen stays: it is what people talk about. */
export function useAudioOnly(room: Room, session: MeetingSession, meetingId: string): AudioOnly {
  const remembered = useRemembered(audioOnly);
  const on = remembered?.meetingId === meetingId;
  const [connection, dispatch] = useReducer(foldConnection, performance.now(), newConnection);

  useEffect(() => {
    const onQuality = () => {
      const quality = room.localParticipant.connectionQuality;
      dispatch({ type: 'quality', quality, atMs: performance.now() });
    };
    const ticking = setInterval(() => dispatch({ type: 'tick', atMs: performance.now() }), tickMs);
    room.on(RoomEvent.ConnectionQualityChanged, onQuality);
    return () => {
      clearInterval(ticking);
      room.off(RoomEvent.ConnectionQualityChanged, onQuality);
    };
  }, [room]);

  useEffect(() => {
    const apply = () => subscribeToCameras(room, !on);
    apply();
    if (!on) return;
    // Somebody turns a camera on, or this page has come back as a new connection.
    const events = [RoomEvent.TrackPublished, RoomEvent.Connected, RoomEvent.Reconnected] as const;
    for (const event of events) room.on(event, apply);
    return () => {
      for (const event of events) room.off(event, apply);
    };
  }, [room, on]);

  // After a reload the lobby has turned the camera on again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever turns it on later wants it on
  useEffect(() => {
    if (on) void session.setSending('camera', false);
  }, [session]);

  return {
    on,
    suggested: !on && connection.suggested,
    steady: connection.steady,
    turnOn() {
      audioOnly.set({ meetingId, camera: room.localParticipant.isCameraEnabled });
      void session.setSending('camera', false);
    },
    turnOff() {
      audioOnly.set(null);
      if (remembered?.camera) void session.setSending('camera', true);
      dispatch({ type: 'put-aside', atMs: performance.now() });
    },
    putAside: () => dispatch({ type: 'put-aside', atMs: performance.now() }),
  };
}

function subscribeToCameras(room: Room, subscribed: boolean): void {
  for (const person of room.remoteParticipants.values()) {
    const camera = person.getTrackPublication(Track.Source.Camera);
    if (camera && camera.isDesired !== subscribed) camera.setSubscribed(subscribed);
  }
}
