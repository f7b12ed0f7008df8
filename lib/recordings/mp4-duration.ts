/**
 * How long an MP4 file is (ISO/IEC 14496-12): what its movie header says. A file that was cut off has none: it is written
 * last, and nothing plays without it.
 */
import { buffer } from 'node:stream/consumers';
import type { RecordingStore } from './recording-store.ts';

/** A movie box is some bytes per frame; more than 4 hours of 60 frames a second is no recording of ours. */
const largestMovieBox = 64 * 1024 * 1024;
/** Real files have a handful at their top. */
const mostBoxes = 100_000;

interface Box {
  type: string;
  /** Where its content begins, and where it ends. */
  start: number;
  end: number;
}

/**
 * Milliseconds; null where nothing could be played. Zero for a file in fragments, which does not say how long it is.
 * Reads a few bytes of each box at the top, and the movie box.
 */
export async function mp4DurationMs(store: RecordingStore, location: string): Promise<number | null> {
  const size = (await store.sizeOf(location)) ?? 0;
  const read = async (start: number, end: number) => buffer(await store.openRead(location, { start, end }));
  for (let at = 0, count = 0; at + 8 <= size && count < mostBoxes; count++) {
    const box = readBox(await read(at, Math.min(at + 15, size - 1)), at, size);
    if (!box || box.end > size) return null;
    if (box.type === 'moov') {
      if (box.end - box.start > largestMovieBox) return null;
      return readMovie(box.end > box.start ? await read(box.start, box.end - 1) : Buffer.alloc(0));
    }
    at = box.end;
  }
  return null;
}

/** The box whose header these bytes are; null where they are none. */
function readBox(header: Buffer, at: number, size: number): Box | null {
  const length = header.readUInt32BE(0);
  const type = header.toString('latin1', 4, 8);
  // 1: the length follows in 64 bits; 0: up to the end of the file.
  if (length === 1) {
    if (header.length < 16) return null;
    const end = at + Number(header.readBigUInt64BE(8));
    return end >= at + 16 ? { type, start: at + 16, end } : null;
  }
  if (length === 0) return { type, start: at + 8, end: size };
  return length >= 8 ? { type, start: at + 8, end: at + length } : null;
}

function readMovie(movie: Buffer): number | null {
  for (let at = 0; at + 8 <= movie.length; ) {
    const box = readBox(movie.subarray(at, at + 16), at, movie.length);
    if (!box || box.end > movie.length) return null;
    if (box.type === 'mvhd') return readMovieHeader(movie.subarray(box.start, box.end));
    at = box.end;
  }
  return null;
}

function readMovieHeader(header: Buffer): number | null {
  const isLong = header[0] === 1;
  if (header.length < (isLong ? 32 : 20)) return null;
  const timescale = header.readUInt32BE(isLong ? 20 : 12);
  const duration = isLong ? Number(header.readBigUInt64BE(24)) : header.readUInt32BE(16);
  return timescale === 0 ? null : (duration * 1_000) / timescale;
}
