import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFolderStore } from './folder-store.ts';
import { mp4DurationMs } from './mp4-duration.ts';
import { movieHeader, mp4Box, mp4File } from './testing/mp4-boxes.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-mp4-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function durationOf(content: Buffer): Promise<number | null> {
  const store = createFolderStore(folder);
  await writeFile(join(folder, 'upload'), content);
  await store.write('mtg_1/rec_1/picture/fil_1.mp4', join(folder, 'upload'));
  return mp4DurationMs(store, 'mtg_1/rec_1/picture/fil_1.mp4');
}

const start = mp4Box('ftyp', Buffer.from('isom'));

describe(mp4DurationMs, () => {
  it('finds the movie box before the data and behind it, and reads either form of its header', async () => {
    expect(await durationOf(mp4File(12_340))).toBe(12_340);
    const first = [
      start,
      mp4Box('moov', mp4Box('free'), movieHeader(5_000, { long: true, timescale: 90_000 })),
    ];
    expect(await durationOf(Buffer.concat([...first, mp4Box('mdat', Buffer.alloc(50))]))).toBe(5_000);
  });

  it('passes over data of more than 4 GB by its long length, and takes data without one to be the rest', async () => {
    const long = Buffer.alloc(16);
    long.writeUInt32BE(1, 0);
    long.write('mdat', 4, 'latin1');
    long.writeBigUInt64BE(20n, 8);
    const movie = mp4Box('moov', movieHeader(700));
    expect(await durationOf(Buffer.concat([start, long, Buffer.alloc(4), movie]))).toBe(700);
    const rest = mp4Box('mdat', Buffer.alloc(20));
    rest.writeUInt32BE(0, 0);
    expect(await durationOf(Buffer.concat([start, movie, rest]))).toBe(700);
    expect(await durationOf(Buffer.concat([start, rest, movie]))).toBeNull();
  });

  it('says that a file in fragments does not tell', async () => {
    expect(await durationOf(Buffer.concat([start, mp4Box('moov', movieHeader(0)), mp4Box('moof')]))).toBe(0);
  });

  it.each([
    ['is empty', Buffer.alloc(0)],
    ['was cut off in its data', mp4File(1_000).subarray(0, 500)],
    ['was cut off in its movie box', mp4File(1_000).subarray(0, 1_060)],
    ['is something else', Buffer.from('<html>this is no film</html>')],
    ['has a movie box without a header', Buffer.concat([start, mp4Box('moov', mp4Box('trak'))])],
    [
      'has a header that is too short',
      Buffer.concat([start, mp4Box('moov', mp4Box('mvhd', Buffer.alloc(9)))]),
    ],
    ['has no clock', Buffer.concat([start, mp4Box('moov', movieHeader(9, { timescale: 0 }))])],
    ['has an empty movie box', Buffer.concat([start, mp4Box('moov')])],
  ])('finds nothing to play where it %s', async (_, content) => {
    expect(await durationOf(content)).toBeNull();
  });
});
