import { describe, expect, it } from 'vitest';
import { mixSound } from './mix-sound.ts';

async function* pieces(...lengths: [value: number, length: number][]) {
  for (const [value, length] of lengths) yield new Int16Array(length).fill(value);
}
const mix = async (voices: Parameters<typeof mixSound>[0], block = 4) =>
  (await Array.fromAsync(mixSound(voices, block))).flatMap((each) => [...each]);

describe(mixSound, () => {
  it('adds up voices from where each begins to where the last one ends', async () => {
    const mixed = await mix([
      { pieces: pieces([1, 3], [2, 4]), offset: 0 },
      { pieces: pieces([10, 2]), offset: 6 },
    ]);
    expect(mixed).toEqual([1, 1, 1, 2, 2, 2, 12, 10]);
  });

  it('is silent between voices, and cuts what is too loud', async () => {
    expect(
      await mix([
        { pieces: pieces([5, 1]), offset: 0 },
        { pieces: pieces([5, 1]), offset: 9 },
      ]),
    ).toEqual([5, 0, 0, 0, 0, 0, 0, 0, 0, 5]);
    const loud = { pieces: pieces([30_000, 2]), offset: 0 };
    expect(await mix([loud, { pieces: pieces([30_000, 1]), offset: 0 }])).toEqual([32_767, 30_000]);
  });

  it('gives nothing where there is nothing', async () => {
    expect(await mix([])).toEqual([]);
    expect(await mix([{ pieces: pieces(), offset: 0 }])).toEqual([]);
    expect(await mix([{ pieces: pieces([7, 8]), offset: 0 }])).toEqual([7, 7, 7, 7, 7, 7, 7, 7]);
  });
});
