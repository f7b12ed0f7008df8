import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOpusWriter } from '../../lib/sound/opus-writer.ts';
import { loudnessOf } from './find-speech.ts';
import { transcribeFile } from './transcribe-file.ts';
import { sampleRate } from './whisper-client.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-transcribe-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A recording with tones at the given seconds, over faint noise. */
async function record(name: string, seconds: number, tones: [number, number][]): Promise<string> {
  const file = join(folder, name);
  const writer = await createOpusWriter({ file, sampleRate });
  for (let second = 0; second < seconds; second++) {
    const sound = Int16Array.from({ length: sampleRate }, (_, index) => {
      const at = second + index / sampleRate;
      const loud = tones.some(([from, until]) => at >= from && at < until);
      return loud ? 9_000 * Math.sin((2 * Math.PI * 300 * index) / sampleRate) : (index % 7) - 3;
    });
    await writer.write(sound);
  }
  await writer.close();
  return file;
}

/** Says what it was given: one part per piece, over all of it. */
function createEcho(text: string) {
  const lengths: number[] = [];
  return {
    lengths,
    async transcribe(sound: Int16Array) {
      lengths.push((sound.length * 1_000) / sampleRate);
      expect(Math.max(...loudnessOf(sound, sampleRate))).toBeGreaterThan(1_000);
      return [{ startMs: 0, endMs: (sound.length * 1_000) / sampleRate, text }];
    },
  };
}

describe(transcribeFile, () => {
  it('sends only speech, and places its words by the time of the file', async () => {
    const file = await record('speech.ogg', 60, [
      [10, 15],
      [40, 43],
    ]);
    const whisper = createEcho('words');
    const parts = await transcribeFile(file, { whisper, language: 'en', pieceMs: 20_000 });
    expect(whisper.lengths.map((ms) => Math.round(ms / 1_000))).toEqual([6, 4]);
    expect(parts.map(({ startMs }) => Math.round(startMs / 1_000))).toEqual([10, 40]);
  });

  it('asks nobody about silence', async () => {
    const whisper = createEcho('Thanks for watching!');
    expect(
      await transcribeFile(await record('silence.ogg', 30, []), { whisper, language: 'en', pieceMs: 20_000 }),
    ).toEqual([]);
    expect(whisper.lengths).toEqual([]);
  });

  it('drops the usual inventions where hardly anything was loud, and keeps them where they were said', async () => {
    const whisper = (startMs: number, endMs: number) => ({
      transcribe: async () => [{ startMs, endMs, text: 'Thank you.' }],
    });
    const file = await record('thanks.ogg', 20, [
      [2, 3],
      [12, 13],
    ]);
    const silent = await transcribeFile(file, {
      whisper: whisper(3_000, 8_000),
      language: 'en',
      pieceMs: 20_000,
    });
    expect(silent).toEqual([]);
    const said = await transcribeFile(file, { whisper: whisper(0, 1_300), language: 'en', pieceMs: 20_000 });
    expect(said).toMatchObject([{ text: 'Thank you.' }]);
  });
});
