import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NoSoundError } from '../../lib/sound/opus-reader.ts';
import { createOpusWriter } from '../../lib/sound/opus-writer.ts';
import { loudnessOf } from './find-speech.ts';
import { cutFile, transcribePiece } from './transcribe-file.ts';
import { SoundTooLongError, sampleRate, type WhisperClient } from './whisper-client.ts';

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

/** All pieces of a file, as the function does it step by step. */
async function transcribe(file: string, whisper: WhisperClient, pieceMs = 20_000) {
  const parts = [];
  for (const piece of await cutFile(file, pieceMs)) {
    parts.push(...(await transcribePiece(file, piece, { whisper, language: 'en' })));
  }
  return parts;
}

// Encoding sound is work: busy machines need their time for it.
describe('speech of a file', { timeout: 30_000 }, () => {
  it('sends only speech, and places its words by the time of the file', async () => {
    const file = await record('speech.ogg', 60, [
      [10, 15],
      [40, 43],
    ]);
    const whisper = createEcho('words');
    const parts = await transcribe(file, whisper);
    expect(whisper.lengths.map((ms) => Math.round(ms / 1_000))).toEqual([6, 4]);
    expect(parts.map(({ startMs }) => Math.round(startMs / 1_000))).toEqual([10, 40]);
  });

  it('asks nobody about silence', async () => {
    const whisper = createEcho('Thanks for watching!');
    expect(await transcribe(await record('silence.ogg', 30, []), whisper)).toEqual([]);
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
    const silent = await transcribe(file, whisper(3_000, 8_000));
    expect(silent).toEqual([]);
    const said = await transcribe(file, whisper(0, 1_300));
    expect(said).toMatchObject([{ text: 'Thank you.' }]);
  });

  it('is sent in smaller pieces to a server that takes no more', async () => {
    const file = await record('long.ogg', 34, [
      [1, 10],
      [12, 21],
      [23, 32],
    ]);
    const echo = createEcho('words');
    const whisper = {
      async transcribe(sound: Int16Array) {
        if (sound.length > 15 * sampleRate) throw new SoundTooLongError('413');
        return echo.transcribe(sound);
      },
    };
    const parts = await transcribe(file, whisper, 600_000);
    expect(parts.map(({ startMs }) => Math.round(startMs / 1_000))).toEqual([1, 12, 23]);
    const refuses = { transcribe: () => Promise.reject(new SoundTooLongError('413')) };
    await expect(transcribe(file, refuses)).rejects.toThrow(SoundTooLongError);
  });

  it('of a long file goes out in pieces, each read by itself', async () => {
    const file = await record('long-meeting.ogg', 30, [
      [1, 6],
      [9, 14],
      [17, 22],
      [24, 29],
    ]);
    const pieces = await cutFile(file, 15_000);
    expect(pieces).toHaveLength(2);
    const last = pieces.at(-1);
    const echo = createEcho('words');
    const [part] = last ? await transcribePiece(file, last, { whisper: echo, language: 'en' }) : [];
    expect(part?.startMs).toBe(last?.fromMs);
    expect(Math.round((echo.lengths[0] ?? 0) / 1_000)).toBe(13);
  });

  it('of a file that was cut off is what there is', async () => {
    const file = await record('whole.ogg', 20, [
      [2, 5],
      [15, 18],
    ]);
    const bytes = await readFile(file);
    const cut = join(folder, 'cut.ogg');
    await writeFile(cut, bytes.subarray(0, bytes.length * 0.5));
    const parts = await transcribe(cut, createEcho('words'));
    expect(parts.map(({ startMs }) => Math.round(startMs / 1_000))).toEqual([2]);
    await writeFile(cut, '');
    await expect(cutFile(cut, 20_000)).rejects.toThrow(NoSoundError);
  });
});
