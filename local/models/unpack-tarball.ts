/** Takes chosen files out of a gzipped tar archive, checking each against its size and hash on the way. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { WeightFile } from './manifest.ts';

const blockSize = 512;
/** npm puts everything under this folder (docs.npmjs.com/cli/commands/npm-pack). */
const root = 'package/';

/**
 * Writes `files` below `target` and leaves the rest of the archive alone. Throws when the archive is damaged,
 * when a file is missing, or when a file is not the one the manifest describes.
 */
export async function unpackTarball(tarball: string, files: WeightFile[], target: string): Promise<void> {
  const missing = new Map(files.map((file) => [root + file.path, file]));
  await pipeline(createReadStream(tarball), createGunzip(), async (chunks: AsyncIterable<Buffer>) => {
    const reader = createReader(chunks);
    for (;;) {
      const header = await reader.take(blockSize);
      if (!header || header.every((byte) => byte === 0)) break;
      const { path, bytes } = parseHeader(header);
      const file = missing.get(path);
      if (file) {
        if (bytes !== file.bytes) throw new Error(`${file.path} has ${bytes} bytes instead of ${file.bytes}`);
        await writeChecked(reader.body(bytes), file, join(target, file.path));
        missing.delete(path);
      } else {
        for await (const _ of reader.body(bytes));
      }
      await reader.take((blockSize - (bytes % blockSize)) % blockSize);
    }
    // What is left must be read, or the stream above waits for ever.
    for await (const _ of reader.rest());
  });
  const [first] = missing.values();
  if (first) throw new Error(`${first.path} is not in it`);
}

function parseHeader(header: Buffer): { path: string; bytes: number } {
  const text = (from: number, length: number) =>
    header.toString('utf8', from, from + length).replace(/\0.*$/s, '');
  const bytes = Number.parseInt(text(124, 12).trim(), 8);
  if (text(257, 5) !== 'ustar' || !Number.isSafeInteger(bytes) || bytes < 0) {
    throw new Error('it is not a tar archive');
  }
  const prefix = text(345, 155);
  return { path: prefix ? `${prefix}/${text(0, 100)}` : text(0, 100), bytes };
}

async function writeChecked(body: AsyncIterable<Buffer>, file: WeightFile, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await using output = await open(path, 'w');
  const hash = createHash('sha256');
  for await (const chunk of body) {
    hash.update(chunk);
    await output.writeFile(chunk);
  }
  await output.sync();
  if (hash.digest('hex') !== file.sha256) throw new Error(`${file.path} has a wrong hash`);
}

function createReader(chunks: AsyncIterable<Buffer>) {
  const source = chunks[Symbol.asyncIterator]();
  let buffered: Buffer = Buffer.alloc(0);

  async function fill(): Promise<boolean> {
    const next = await source.next();
    if (next.done) return false;
    buffered = buffered.length === 0 ? next.value : Buffer.concat([buffered, next.value]);
    return true;
  }
  async function* body(bytes: number): AsyncGenerator<Buffer> {
    let left = bytes;
    while (left > 0) {
      if (buffered.length === 0 && !(await fill())) throw new Error('it ends too early');
      const piece = buffered.subarray(0, left);
      buffered = buffered.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }
  return {
    body,
    /** Exactly `bytes` bytes, or null at the end of the archive. */
    async take(bytes: number): Promise<Buffer | null> {
      while (buffered.length < bytes) {
        if (!(await fill())) {
          if (buffered.length === 0) return null;
          throw new Error('it ends too early');
        }
      }
      const piece = buffered.subarray(0, bytes);
      buffered = buffered.subarray(bytes);
      return piece;
    },
    async *rest(): AsyncGenerator<Buffer> {
      do {
        yield buffered;
        buffered = Buffer.alloc(0);
      } while (await fill());
    },
  };
}
