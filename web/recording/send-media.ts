import { Readable } from 'node:stream';
import type { Context } from 'hono';
import { ParleyError } from '../../lib/errors.ts';
import type { RecordingStore } from '../../lib/recordings/recording-store.ts';

export interface ByteRange {
  start: number;
  /** Inclusive. */
  end: number;
}

/**
 * One range of a `Range` header (RFC 9110, 14.2). `all` when there is none that we serve: such a header is ignored.
 * Null when it asks for nothing that exists.
 */
export function readRange(header: string | undefined, size: number): ByteRange | 'all' | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return 'all';
  const [first, last] = [match[1] ?? '', match[2] ?? ''];
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start > end || start >= size ? null : { start, end };
}

const types = { sound: 'audio/ogg', picture: 'video/mp4' };

/** Streams the sound or the picture of a recording, or the part of it that a player asks for. */
export async function sendMedia(
  c: Context,
  store: RecordingStore,
  { kind, location }: { kind: keyof typeof types; location: string },
): Promise<Response> {
  const size = await store.sizeOf(location);
  if (size === null)
    throw new ParleyError('not_found', `The ${kind} of this recording is not there any more.`);
  const range = readRange(c.req.header('range'), size);
  c.header('Accept-Ranges', 'bytes');
  c.header('Content-Type', types[kind]);
  if (range === null) {
    c.header('Content-Range', `bytes */${size}`);
    return c.body(null, 416);
  }
  const { start, end } = range === 'all' ? { start: 0, end: size - 1 } : range;
  c.header('Content-Length', String(end - start + 1));
  if (range !== 'all') c.header('Content-Range', `bytes ${start}-${end}/${size}`);
  const status = range === 'all' ? 200 : 206;
  // Hono answers HEAD by GET and lets the body lie: a stream that nobody reads keeps its file open for good.
  if (c.req.method === 'HEAD' || size === 0) return c.body(null, status);
  const media = await store.openRead(location, { start, end });
  return c.body(Readable.toWeb(media) as ReadableStream<Uint8Array>, status);
}
