/** Owns a published microphone track and hands it sound at the pace of real time. */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  AudioFrame,
  AudioSource,
  LocalAudioTrack,
  type Room,
  TrackPublishOptions,
  TrackSource,
} from '@livekit/rtc-node';
import { nowMs } from './clock.ts';
import { frameMs, type Playback, type VoiceMark } from './playback.ts';

/** At most so much sound waits inside LiveKit's client. */
const queueMs = 100;
/** After a hiccup of this machine, silence is skipped until no more than this waits. */
const queueInSilenceMs = 40;

export interface Microphone {
  /**
   * Plays from the beginning. `onMark` hears when an edge of voice was handed over: the moment its frame was,
   * plus its place in the frame; time in the queue counts as ours. Resolves at the end, or when `signal` aborts.
   */
  play(playback: Playback, options: PlayOptions): Promise<void>;
  /** Goes on in another connection of the same person; what is playing plays on. */
  moveTo(room: Room): Promise<void>;
  close(): Promise<void>;
}

interface PlayOptions {
  /** Unix time of the first frame; all speakers of a meeting share it. */
  startAtMs: number;
  onMark: (mark: VoiceMark, atMs: number) => void;
  signal: AbortSignal;
}

/** Publishes a microphone that is silent until something is played. */
export async function publishMicrophone(room: Room, sampleRate: number): Promise<Microphone> {
  const source = new AudioSource(sampleRate, 1, queueMs);
  let track = await publishSource(room, source);
  const frameSamples = (sampleRate * frameMs) / 1_000;

  return {
    async play(playback, { startAtMs, onMark, signal }) {
      for (let index = 0; index < playback.frameCount && !signal.aborted; index++) {
        const waitMs = startAtMs + index * frameMs - nowMs();
        if (waitMs > 0) await sleep(waitMs, undefined, { signal }).catch(() => undefined);
        const sound = playback.frame(index);
        if (sound === null && source.queuedDuration > queueInSilenceMs) continue;
        const handedOverAt = nowMs();
        await source.captureFrame(
          new AudioFrame(sound ?? new Int16Array(frameSamples), sampleRate, 1, frameSamples),
        );
        for (const mark of playback.marks(index)) onMark(mark, handedOverAt + mark.offsetMs);
      }
    },
    async moveTo(other) {
      const left = track;
      track = await publishSource(other, source);
      await left.close(false);
    },
    async close() {
      await track.close();
    },
  };
}

async function publishSource(room: Room, source: AudioSource): Promise<LocalAudioTrack> {
  const track = LocalAudioTrack.createAudioTrack('microphone', source);
  await room.localParticipant?.publishTrack(
    track,
    new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE }),
  );
  return track;
}
