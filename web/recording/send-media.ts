import { Readable } from 'node:stream';
import type { Context } from 'hono';
import { ParleyError } from '../../lib/errors.ts';
import { MissingSoundError, type RecordingStore } from '../../lib/recordings/recording-store.ts';
import { cutOpus, type SoundPart } from '../../lib/sound/cut-opus.ts';
import { NoSoundError } from '../../lib/sound/opus-reader.ts';

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
type Kind = keyof typeof types;

/** Streams the sound or the picture of a recording, or the part of it that a player asks for. */
export async function sendMedia(
  c: Context,
  store: RecordingStore,
  { kind, location }: { kind: Kind; location: string },
): Promise<Response> {
  const size = await store.sizeOf(location);
  if (size === null) throw gone(kind);
  return sendBytes(c, { kind, size, open: (range) => store.openRead(location, range) });
}

/**
 * As `sendMedia`, for a stretch of the sound: no byte of the rest leaves. It is cut anew each time, so that no copy lies
 * anywhere; the file is read twice, as a player has to know the size before.
 */
export async function sendSoundPart(
  c: Context,
  store: RecordingStore,
  { location, part }: { location: string; part: SoundPart },
): Promise<Response> {
  const cut = () => cutOpus(() => store.openRead(location), part);
  let size = 0;
  try {
    for await (const page of cut()) size += page.length;
  } catch (error) {
    if (error instanceof NoSoundError || error instanceof MissingSoundError) throw gone('sound');
    throw error;
  }
  const open = async (range: ByteRange) => Readable.from(sliceBytes(cut(), range), { objectMode: false });
  return sendBytes(c, { kind: 'sound', size, open });
}

const gone = (kind: Kind) =>
  new ParleyError('not_found', `The ${kind} of this recording is not there any more.`);

interface Media {
  kind: Kind;
  size: number;
  open(range: ByteRange): Promise<Readable>;
}

async function sendBytes(c: Context, { kind, size, open }: Media): Promise<Response> {
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
  return c.body(Readable.toWeb(await open({ start, end })) as ReadableStream<Uint8Array>, status);
}

/** The bytes of a range out of all. */
async function* sliceBytes(
  pieces: AsyncIterable<Uint8Array>,
  { start, end }: ByteRange,
): AsyncGenerator<Uint8Array> {
  let at = 0;
  for await (const piece of pieces) {
    const slice = piece.subarray(Math.max(0, start - at), Math.max(0, end + 1 - at));
    if (slice.length > 0) yield slice;
    at += piece.length;
    if (at > end) return;
  }
}
