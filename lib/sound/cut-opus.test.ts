import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutOpus, type SoundPart } from './cut-opus.ts';
import { readOggPage } from './ogg-page.ts';
import { packetSamples } from './opus-packet.ts';
import { NoSoundError, opusDurationMs, readOpusFile } from './opus-reader.ts';
import { createOpusWriter } from './opus-writer.ts';

let folder: string;
let whole: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-cut-'));
  whole = await record('whole.ogg', beeps);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const rate = 48_000;
const beepAtMs = [1_000, 2_500, 4_000];
const beepMs = 200;

/** Silence with three beeps of 440 Hz. */
function beeps(index: number): number {
  const ms = (index * 1_000) / rate;
  const sounds = beepAtMs.some((at) => ms >= at && ms < at + beepMs);
  return sounds ? 10_000 * Math.sin((2 * Math.PI * 440 * index) / rate) : 0;
}

/** Five seconds. */
async function record(name: string, sampleAt: (index: number) => number): Promise<string> {
  const sound = Int16Array.from({ length: 5 * rate }, (_, index) => sampleAt(index));
  const file = join(folder, name);
  const writer = await createOpusWriter({ file, sampleRate: rate });
  await writer.write(sound);
  await writer.close();
  return file;
}

let number = 0;
async function cut(part: SoundPart, file = whole) {
  const bytes = Buffer.concat(await Array.fromAsync(cutOpus(file, part)));
  number += 1;
  const path = join(folder, `cut-${number}.ogg`);
  await writeFile(path, bytes);
  return { bytes, path };
}

async function loudMsOf(path: string): Promise<number[]> {
  const pieces = await Array.fromAsync(readOpusFile(path, rate));
  const sound = pieces.flatMap((piece) => [...piece]);
  return [...sound.keys()]
    .filter((index) => Math.abs(sound[index] ?? 0) > 1_000)
    .map((index) => (index * 1_000) / rate);
}

function packetsOf(bytes: Buffer): string[] {
  const packets: string[] = [];
  for (let found = readOggPage(bytes, 0); found; found = readOggPage(bytes, found.next)) {
    packets.push(...found.page.packets.map((packet) => Buffer.from(packet).toString('hex')));
  }
  return packets.slice(2);
}

describe(cutOpus, () => {
  it('plays what is in the part, where it was, and is as long', async () => {
    const { path } = await cut({ fromMs: 2_000, untilMs: 3_000 });
    const length = await opusDurationMs(path);
    expect(length).toBeLessThanOrEqual(1_000);
    expect(length).toBeGreaterThan(950);
    const loud = await loudMsOf(path);
    // Up to 20 ms later, and what the first packets without those before them are worth.
    expect(Math.abs((loud[0] ?? 0) - 500)).toBeLessThan(25);
    expect(Math.abs((loud.at(-1) ?? 0) - 700)).toBeLessThan(30);
  });

  it('has every packet that lies in the part as a whole, and none of another', async () => {
    const noise = await record('noise.ogg', () => 8_000 * (Math.random() - 0.5));
    const all = packetsOf(await readFile(noise));
    for (const [fromMs, untilMs] of [
      [0, 1_000],
      [1_013, 1_187],
      [2_401, 2_709],
      [4_200, 60_000],
    ] as const) {
      const kept = packetsOf((await cut({ fromMs, untilMs }, noise)).bytes);
      const first = all.indexOf(kept[0] ?? '');
      expect(kept).toEqual(all.slice(first, first + kept.length));
      // 6.5 ms of look-ahead: what a packet plays was said so long before its place.
      const places = all.map((_, index) => ({ begins: index * 20 - 6.5, ends: index * 20 + 20 }));
      const within = places.filter(({ begins, ends }) => begins >= fromMs && ends <= untilMs);
      expect(places.slice(first, first + kept.length)).toEqual(within);
    }
  });

  it('is silent where nothing was said, right beside what was', async () => {
    for (const [fromMs, untilMs] of [
      [0, 1_000],
      [1_220, 2_500],
      [2_720, 4_000],
    ] as const) {
      const { path } = await cut({ fromMs, untilMs });
      expect(await loudMsOf(path)).toEqual([]);
    }
  });

  it('is the same bytes each time, with whole pages and an end', async () => {
    const part = { fromMs: 700, untilMs: 3_900 };
    const [one, other] = [await cut(part), await cut(part)];
    expect(one.bytes.equals(other.bytes)).toBe(true);
    const pages = [];
    let next = 0;
    for (let found = readOggPage(one.bytes, 0); found; found = readOggPage(one.bytes, next)) {
      pages.push(found.page);
      next = found.next;
    }
    expect(next).toBe(one.bytes.length);
    expect(pages.map(({ sequence }) => sequence)).toEqual(pages.map((_, index) => index));
    expect(pages.map(({ first, last }) => [first, last])).toEqual(
      pages.map((_, index) => [index === 0, index === pages.length - 1]),
    );
  });

  it('can be cut again', async () => {
    const { path } = await cut({ fromMs: 2_000, untilMs: 4_500 });
    const again = await cut({ fromMs: 1_800, untilMs: 2_400 }, path);
    expect((await loudMsOf(again.path)).length).toBeGreaterThan(0);
  });

  it('is empty where the file has nothing', async () => {
    for (const part of [
      { fromMs: 6_000, untilMs: 7_000 },
      { fromMs: 1_000, untilMs: 1_010 },
      { fromMs: 3_000, untilMs: 2_000 },
    ]) {
      const { path } = await cut(part);
      expect(await opusDurationMs(path)).toBe(0);
    }
  });

  it('refuses what holds no sound', async () => {
    const file = join(folder, 'text.ogg');
    await writeFile(file, '0123456789');
    await expect(cut({ fromMs: 0, untilMs: 1_000 }, file)).rejects.toThrow(NoSoundError);
  });
});

describe(packetSamples, () => {
  it.each([
    ['20 ms of SILK', [0b00001_000], 960],
    ['60 ms of SILK, two frames', [0b01011_001], 5_760],
    ['10 ms hybrid', [0b01100_000], 480],
    ['2.5 ms of CELT', [0b10000_000], 120],
    ['20 ms of CELT, three frames of any length', [0b11111_011, 0b10000011], 2_880],
    ['nothing', [], 0],
  ])('reads %s', (_, bytes, samples) => {
    expect(packetSamples(Uint8Array.from(bytes))).toBe(samples);
  });
});
