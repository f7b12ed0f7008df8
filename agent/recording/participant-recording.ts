/** Owns what records one person: their tracks, one after the other, into one file. */
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AudioStream, type RemoteAudioTrack } from '@livekit/rtc-node';
import { createId, type ParticipantId } from '../../lib/ids.ts';
import type { Logger } from '../../lib/logger.ts';
import type { RecordedFile } from '../../lib/recorder-messages.ts';
import { createOpusWriter } from '../../lib/sound/opus-writer.ts';
import { createSoundPlacer, type Placed } from './sound-placer.ts';

export interface ParticipantRecording {
  /** Records this track until it ends or another one comes. */
  follow(track: RemoteAudioTrack): void;
  /** What web should know of the file now. */
  describe(): RecordedFile;
  /** Fills the file up to now and closes it; resolves with its final description, also when it broke. Idempotent. */
  close(): Promise<RecordedFile>;
}

interface ParticipantRecordingOptions {
  folder: string;
  /** Below `folder`. */
  location: string;
  participantId: ParticipantId;
  /** Unix time in milliseconds. */
  now: () => number;
  logger: Logger;
  createWriter?: typeof createOpusWriter;
}

/** What browsers send: nothing is lost by resampling. */
const sampleRate = 48_000;
const frameMs = 20;
/** Silence is written in pieces of a second: an hour of it at once would be 345 MB. */
const silencePiece = sampleRate;

/** Makes the file; its first sample is the moment of this call. */
export async function createParticipantRecording({
  folder,
  location,
  participantId,
  now,
  logger,
  createWriter = createOpusWriter,
}: ParticipantRecordingOptions): Promise<ParticipantRecording> {
  const file = join(folder, location);
  await mkdir(dirname(file), { recursive: true });
  const writer = await createWriter({ file, sampleRate });
  const firstSampleAtMs = now();
  const placer = createSoundPlacer(sampleRate, firstSampleAtMs);
  const id = createId('fil');
  let current: { stop(): void } | null = null;
  let bytes = 0;
  let problem = '';
  let closing: Promise<RecordedFile> | null = null;

  const describe = (closed = false): RecordedFile => ({
    id,
    participantId,
    location,
    firstSampleAtMs,
    durationMs: (writer.samples * 1_000) / sampleRate,
    bytes,
    closed,
    problem,
  });

  /** What is in the file stays; nothing is added any more. */
  const breakOff = (error: unknown) => {
    if (problem !== '') return;
    problem = sayWhyBroken(error);
    current?.stop();
    logger.error({ err: error, participantId }, 'sound of a person cannot be kept');
  };

  const keep = async ({ silence, frames }: Placed) => {
    for (let left = silence; left > 0; left -= silencePiece) {
      await writer.write(new Int16Array(Math.min(left, silencePiece)));
    }
    for (const frame of frames) await writer.write(frame);
  };

  const record = async (frames: AudioStream, isCurrent: () => boolean) => {
    for await (const { data } of frames) {
      if (!isCurrent()) return;
      const placed = placer.push(data.slice(), now());
      if (placed) await keep(placed);
    }
  };

  return {
    follow(track) {
      current?.stop();
      if (problem !== '') return;
      const frames = new AudioStream(track, { sampleRate, numChannels: 1, frameSizeMs: frameMs });
      const own = { stop: () => void frames.cancel().catch(() => undefined) };
      current = own;
      record(frames, () => current === own).catch(breakOff);
    },
    describe: () => describe(),
    close() {
      closing ??= (async () => {
        current?.stop();
        current = null;
        try {
          if (problem === '') await keep(placer.finish(now()));
        } catch (error) {
          breakOff(error);
        }
        await writer.close().catch(breakOff);
        bytes = (await stat(file).catch(() => null))?.size ?? 0;
        return describe(true);
      })();
      return closing;
    },
  };
}

/** A sentence for people. */
function sayWhyBroken(error: unknown): string {
  const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
  return isFull ? 'The disk was full.' : 'The sound could not be kept to the end.';
}
