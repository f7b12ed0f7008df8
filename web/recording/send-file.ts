import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Context } from 'hono';
import { ParleyError } from '../../lib/errors.ts';

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

/** Streams a file, or the part of it that a player asks for. */
export async function sendFile(c: Context, path: string, contentType: string): Promise<Response> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new ParleyError('not_found', 'The sound of this recording is not there any more.');
  const range = readRange(c.req.header('range'), found.size);
  c.header('Accept-Ranges', 'bytes');
  c.header('Content-Type', contentType);
  if (range === null) {
    c.header('Content-Range', `bytes */${found.size}`);
    return c.body(null, 416);
  }
  const { start, end } = range === 'all' ? { start: 0, end: found.size - 1 } : range;
  c.header('Content-Length', String(end - start + 1));
  if (range !== 'all') c.header('Content-Range', `bytes ${start}-${end}/${found.size}`);
  const status = range === 'all' ? 200 : 206;
  // Hono answers HEAD by GET and lets the body lie: a stream that nobody reads keeps its file open for good.
  if (c.req.method === 'HEAD' || found.size === 0) return c.body(null, status);
  const stream = Readable.toWeb(createReadStream(path, { start, end })) as ReadableStream<Uint8Array>;
  return c.body(stream, status);
}
