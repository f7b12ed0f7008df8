/** What one listener hears of each voice in the room: how loud it is, and when. */
import { AudioStream, type Room, RoomEvent } from '@livekit/rtc-node';
import { nowMs } from '../rehearsal/clock.ts';

/** 10 ms of sound as it left LiveKit's client at the listener. */
export interface LoudnessStep {
  /** Unix time. */
  atMs: number;
  /** Root mean square of its samples, 0 to 32,767. */
  level: number;
}

export interface Loudness {
  /** Steps of one participant so far, in order. */
  of(identity: string): readonly LoudnessStep[];
}

const stepMs = 10;
const sampleRate = 16_000;
/** The softest voice is ten times louder, and what Opus makes of silence ten times softer. */
const silence = 100;

/** Call before connecting; hears every track that the room subscribes to. */
export function hearEveryone(room: Room): Loudness {
  const heard = new Map<string, LoudnessStep[]>();
  const of = (identity: string) => {
    const steps = heard.get(identity) ?? [];
    heard.set(identity, steps);
    return steps;
  };
  room.on(RoomEvent.TrackSubscribed, async (track, _publication, { identity }) => {
    for await (const { data } of new AudioStream(track, {
      sampleRate,
      numChannels: 1,
      frameSizeMs: stepMs,
    })) {
      const energy = data.reduce((total, sample) => total + sample * sample, 0);
      of(identity).push({ atMs: nowMs(), level: Math.sqrt(energy / data.length) });
    }
  });
  return { of };
}

/** When something was first heard from a moment on; null while it was not. */
export function firstSoundAfter(steps: readonly LoudnessStep[], sinceMs: number): number | null {
  return steps.find(({ atMs, level }) => atMs >= sinceMs && level > silence)?.atMs ?? null;
}

/** When something was last heard. */
export function lastSound(steps: readonly LoudnessStep[]): number | null {
  return steps.findLast(({ level }) => level > silence)?.atMs ?? null;
}
