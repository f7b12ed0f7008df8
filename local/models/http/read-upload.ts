/** Multipart forms with one large file, read as they arrive: a parser of whole bodies stops everyone for a second. */
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';
import type { Context } from 'hono';
import { ApiError } from './api-error.ts';

export interface Upload {
  /** Bytes of the field `file`, or null. */
  file: Uint8Array<ArrayBuffer> | null;
  fields: Record<string, string>;
}

/** Reads at most `maxBytes`; throws an `ApiError` when the body is not a form. */
export async function readUpload(c: Context, maxBytes: number): Promise<Upload> {
  const declared = Number(c.req.header('content-length') ?? maxBytes);
  const upload: Upload = { file: null, fields: {} };
  try {
    const form = new Busboy({
      headers: { 'content-type': c.req.header('content-type') ?? '' },
      limits: { fields: 20, files: 1, fieldSize: 64 * 1024 },
    });
    form.on('field', (name, value) => {
      upload.fields[name] = value;
    });
    form.on('file', (name, stream) => {
      stream.on('error', (error) => form.destroy(error));
      if (name !== 'file') return stream.resume();
      const collected = createGrowing(Math.min(declared, maxBytes));
      upload.file = collected.bytes;
      stream.on('data', collected.append);
    });
    const body = c.req.raw.body;
    if (!body) throw new Error('there is no body');
    await Promise.all([once(form, 'finish'), pipeline(Readable.from(body), form)]);
  } catch (cause) {
    c.req.raw.signal.throwIfAborted();
    if (cause instanceof ApiError) throw cause;
    throw new ApiError(400, 'invalid_request', 'The body is not a complete multipart form.');
  }
  return upload;
}

/** Bytes that grow in place: joining the chunks of 500 MB at the end would take as long as a sentence. */
function createGrowing(maxBytes: number) {
  const buffer = new ArrayBuffer(0, { maxByteLength: maxBytes });
  const bytes = new Uint8Array(buffer);
  let length = 0;
  return {
    bytes,
    append(chunk: Uint8Array) {
      buffer.resize(length + chunk.length);
      bytes.set(chunk, length);
      length += chunk.length;
    },
  };
}
