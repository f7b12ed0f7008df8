/**
 * Reads Ogg/Opus files, our recorder's and LiveKit Egress's alike, also ones that were cut off: everything up to
 * the first damaged page.
 */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { setImmediate as giveWay } from 'node:timers/promises';
import { Decoder } from '@evan/opus';
import { type OggPage, readOggPage } from './ogg-page.ts';
import { readOpusHead } from './opus-headers.ts';

/** Thrown for a file that holds no Opus stream at all. */
export class NoSoundError extends Error {
  constructor(file: SoundFile, options?: ErrorOptions) {
    super(`${typeof file === 'string' ? basename(file) : 'this'} holds no Opus sound`, options);
    this.name = 'NoSoundError';
  }
}

/** A path, or what opens the bytes from wherever they are kept. */
export type SoundFile = string | (() => Promise<AsyncIterable<Uint8Array>>);

export type DecodeRate = 16_000 | 48_000;

/** A decoder that begins in the middle has settled after so much sound (RFC 7845, 4.6 asks for 80 ms at least). */
const preRollMs = 500;

/**
 * Decodes to 16-bit mono, in pieces of at most a page (a second, mostly). Throws `NoSoundError` when nothing can be
 * read. The pieces together are as long as the stream says, without its pre-skip; with a range, as long as that.
 */
export async function* readOpusFile(
  file: SoundFile,
  rate: DecodeRate,
  { fromMs = 0, untilMs = Number.POSITIVE_INFINITY } = {},
): AsyncGenerator<Int16Array> {
  let decoder: Decoder | null = null;
  let skip = 0;
  let first = 0;
  let end = Number.POSITIVE_INFINITY;
  let given = 0;
  let sawTags = false;
  for await (const page of readPages(file)) {
    if (!decoder) {
      const head = readOpusHead(page.packets[0]);
      if (!head) throw new NoSoundError(file);
      skip = Math.round((head.preSkip * rate) / 48_000);
      first = skip + Math.round((fromMs * rate) / 1_000);
      end = skip + (untilMs * rate) / 1_000;
      decoder = new Decoder({ channels: 1, sample_rate: rate });
      continue;
    }
    if (!sawTags) {
      sawTags = true;
      continue;
    }
    const pageEnd = Math.round((Number(page.granule) * rate) / 48_000);
    if (page.last) end = Math.min(end, pageEnd);
    if (page.granule >= 0n && pageEnd < first - (preRollMs * rate) / 1_000) {
      given = pageEnd;
      continue;
    }
    if (given >= end) return;
    // Decoding a second takes milliseconds, an hour many seconds: whatever else this process does goes on between.
    await giveWay();
    for (const packet of page.packets) {
      if (packet.length === 0) continue;
      const sound = samplesOf(decoder.decode(packet));
      const from = Math.min(sound.length, Math.max(0, first - given));
      const until = Math.min(sound.length, end - given);
      given += sound.length;
      if (until > from) yield sound.slice(from, until);
    }
  }
  if (!decoder) throw new NoSoundError(file);
}

/** Length of the sound in milliseconds, by the last intact page; 0 for a file without one. */
export async function opusDurationMs(file: SoundFile): Promise<number> {
  let preSkip = 0;
  let granule = 0n;
  for await (const page of readPages(file)) {
    if (page.first) preSkip = readOpusHead(page.packets[0])?.preSkip ?? 0;
    // -1: no packet ends in this page (RFC 3533, 6).
    if (page.granule >= 0n) granule = page.granule;
  }
  return Math.max(0, (Number(granule) - preSkip) / 48);
}

/** The whole pages of a file up to the first damaged one. */
export async function* readPages(file: SoundFile): AsyncGenerator<OggPage> {
  let rest = Buffer.alloc(0);
  const chunks = typeof file === 'string' ? createReadStream(file) : await file();
  for await (const chunk of chunks) {
    rest = Buffer.concat([rest, chunk]);
    let offset = 0;
    for (let found = readOggPage(rest, 0); found; found = readOggPage(rest, offset)) {
      yield found.page;
      offset = found.next;
    }
    rest = rest.subarray(offset);
    // A page has at most 65,307 bytes: what is longer and no page will never become one.
    if (rest.length > 2 * 65_307) return;
  }
}

/** The decoder's bytes are its own memory, and need not be aligned. */
function samplesOf(bytes: Uint8Array): Int16Array {
  const copy = Uint8Array.from(bytes);
  return new Int16Array(copy.buffer, 0, copy.length / 2);
}
