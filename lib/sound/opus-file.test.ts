import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NoSoundError, opusDurationMs, readOpusFile } from './opus-reader.ts';
import { createOpusWriter } from './opus-writer.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-sound-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const rate = 16_000;
/** Silence with one burst of a 440 Hz tone. */
function tone(totalMs: number, fromMs: number, untilMs: number): Int16Array {
  return Int16Array.from({ length: (totalMs * rate) / 1_000 }, (_, index) => {
    const ms = (index * 1_000) / rate;
    return ms >= fromMs && ms < untilMs ? 10_000 * Math.sin((2 * Math.PI * 440 * index) / rate) : 0;
  });
}

async function record(name: string, sound: Int16Array, pieceSamples = 160): Promise<string> {
  const file = join(folder, name);
  const writer = await createOpusWriter({ file, sampleRate: rate });
  for (let at = 0; at < sound.length; at += pieceSamples) {
    await writer.write(sound.subarray(at, at + pieceSamples));
  }
  await writer.close();
  return file;
}

async function decode(file: string): Promise<Int16Array> {
  const pieces = await Array.fromAsync(readOpusFile(file, rate));
  return Int16Array.from(pieces.flatMap((piece) => [...piece]));
}

/** First and last moment that is louder than a tenth of the tone. */
function burstOf(sound: Int16Array): { fromMs: number; untilMs: number } {
  const loud = [...sound.keys()].filter((index) => Math.abs(sound[index] ?? 0) > 1_000);
  return { fromMs: ((loud[0] ?? 0) * 1_000) / rate, untilMs: ((loud.at(-1) ?? 0) * 1_000) / rate };
}

describe('an Opus file', () => {
  it('is as long as what was written, and every sound is where it was', async () => {
    const file = await record('tone.ogg', tone(3_217, 1_200, 1_900), 333);
    const sound = await decode(file);
    expect((sound.length * 1_000) / rate).toBeCloseTo(3_217, 0);
    expect(await opusDurationMs(file)).toBeCloseTo(3_217, 0);
    const { fromMs, untilMs } = burstOf(sound);
    expect(Math.abs(fromMs - 1_200)).toBeLessThan(5);
    expect(Math.abs(untilMs - 1_900)).toBeLessThan(15);
  });

  it('may be empty', async () => {
    const file = await record('empty.ogg', new Int16Array());
    expect(await opusDurationMs(file)).toBe(0);
    expect(await decode(file)).toHaveLength(0);
  });

  it('loses its last second at most when the writer is killed', async () => {
    const file = join(folder, 'killed.ogg');
    const writer = await createOpusWriter({ file, sampleRate: rate });
    await writer.write(tone(4_500, 500, 1_000));
    // Never closed. What is on the disk now is what a killed process leaves.
    expect(await opusDurationMs(file)).toBeGreaterThan(3_400);
    expect(burstOf(await decode(file)).fromMs).toBeGreaterThan(490);
    await writer.close();
  });

  it('can be read up to where it was cut off or damaged', async () => {
    const cut = await record('cut.ogg', tone(3_000, 0, 100));
    await truncate(cut, (await readFile(cut)).length - 10);
    expect(await opusDurationMs(cut)).toBeGreaterThan(1_900);

    const damaged = await record('damaged.ogg', tone(5_000, 0, 5_000));
    const bytes = await readFile(damaged);
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 0xff;
    await writeFile(damaged, bytes);
    const length = await opusDurationMs(damaged);
    expect(length).toBeGreaterThan(900);
    expect(length).toBeLessThan(4_000);
  });

  it('is refused when it holds no sound at all', async () => {
    const file = join(folder, 'zero.ogg');
    await writeFile(file, '');
    await expect(decode(file)).rejects.toThrow(NoSoundError);
    await writeFile(file, 'x'.repeat(200_000));
    await expect(decode(file)).rejects.toThrow(NoSoundError);
    expect(await opusDurationMs(file)).toBe(0);
  });

  it('never overwrites another', async () => {
    const file = await record('once.ogg', tone(100, 0, 50));
    await expect(createOpusWriter({ file, sampleRate: rate })).rejects.toThrow('EEXIST');
  });
});
