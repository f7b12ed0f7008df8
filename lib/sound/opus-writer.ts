/**
 * Owns an Ogg/Opus file of one voice while it is written (RFC 7845). A page goes to the disk for every second of
 * sound, so that a killed process loses the last second at most.
 */
import { randomInt } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { Encoder } from '@evan/opus';
import { writeOggPage } from './ogg-page.ts';
import { opusHead, opusTags } from './opus-headers.ts';

export interface OpusWriter {
  /** Samples taken so far. */
  readonly samples: number;
  /** Appends 16-bit mono sound of the writer's rate, of any length. */
  write(sound: Int16Array): Promise<void>;
  /** Writes what is left, padded to a whole packet, and ends the stream. Idempotent. */
  close(): Promise<void>;
}

/** Speech at 24 kbit/s is transparent for recognition; 20 ms packets are what Opus is made for. */
const bitrate = 24_000;
const packetMs = 20;
const packetsPerPage = 50;
/** Samples at 48 kHz that a decoder drops: the encoder's look-ahead of 6.5 ms, as libopus reports it. */
const preSkip = 312;

interface OpusWriterOptions {
  file: string;
  sampleRate: 16_000 | 24_000 | 48_000;
}

/** Makes the file; fails when it exists or cannot be written. */
export async function createOpusWriter({ file, sampleRate }: OpusWriterOptions): Promise<OpusWriter> {
  const handle = await open(file, 'wx');
  const encoder = new Encoder({ channels: 1, sample_rate: sampleRate, application: 'voip' });
  encoder.bitrate = bitrate;
  encoder.signal = 'voice';
  const pages = createPages(handle);
  await pages.write([opusHead({ sampleRate, preSkip })], 0n);
  await pages.write([opusTags()], 0n);

  const packetSamples = (sampleRate * packetMs) / 1_000;
  const pending = new Int16Array(packetSamples);
  let pendingSamples = 0;
  let samples = 0;
  let packets: Uint8Array[] = [];
  let packetsWritten = 0;
  let queue = Promise.resolve();
  let closed = false;

  const granule = () => BigInt(packetsWritten * packetMs * 48);
  const flush = async (last = false) => {
    packetsWritten += packets.length;
    // The end of the stream says how much of the last packet is sound (RFC 7845, 4.2).
    const end = last ? BigInt(preSkip + Math.round((samples * 48_000) / sampleRate)) : granule();
    await pages.write(packets.splice(0), end, last);
    packets = [];
  };
  const take = async (sound: Int16Array) => {
    samples += sound.length;
    for (let at = 0; at < sound.length; ) {
      const part = sound.subarray(at, at + packetSamples - pendingSamples);
      pending.set(part, pendingSamples);
      pendingSamples += part.length;
      at += part.length;
      if (pendingSamples < packetSamples) continue;
      packets.push(Uint8Array.from(encoder.encode(pending)));
      pendingSamples = 0;
      if (packets.length === packetsPerPage) await flush();
    }
  };

  return {
    get samples() {
      return samples;
    },
    write(sound) {
      if (closed) return Promise.reject(new Error('the file is closed'));
      queue = queue.then(() => take(sound));
      return queue;
    },
    async close() {
      if (closed) return queue;
      closed = true;
      queue = queue
        .then(async () => {
          const held = samples;
          // The look-ahead still holds the last sound: silence pushes it out.
          await take(new Int16Array(packetSamples - pendingSamples + packetSamples));
          samples = held;
          await flush(true);
        })
        .finally(() => handle.close());
      return queue;
    },
  };
}

function createPages(handle: FileHandle) {
  const serial = randomInt(0, 0xffff_ffff);
  let sequence = 0;
  return {
    async write(packets: Uint8Array[], granule: bigint, last = false): Promise<void> {
      const page = writeOggPage({ packets, granule, serial, sequence, first: sequence === 0, last });
      sequence += 1;
      await handle.appendFile(page);
    },
  };
}
