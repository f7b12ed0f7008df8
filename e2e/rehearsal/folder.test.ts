import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFolder } from './folder.ts';
import { encodeWav } from './wav.ts';

const second = new Int16Array(16_000).fill(1_000, 4_000, 12_000);
const line = { index: 1, speaker: 'ana', file: 'a.wav', startMs: 500, durationMs: 1_000, text: 'Hello.' };
const timeline = {
  title: 'Test',
  sampleRate: 16_000,
  speakers: { ana: { name: 'Ana Ruiz', voice: 'af' }, zoe: { name: 'Zoe', email: 'zoe@else.test' } },
  totalMs: 1_000,
  utterances: [line],
  mood: 'other keys are ignored',
};

async function folderWith(files: Record<string, string | Uint8Array>) {
  const path = await mkdtemp(join(tmpdir(), 'parley-folder-'));
  for (const [name, content] of Object.entries(files)) await writeFile(join(path, name), content);
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}
const json = (change: object = {}) => JSON.stringify({ ...timeline, ...change });
const wav = encodeWav({ sampleRate: 16_000, samples: second });

describe(readFolder, () => {
  it('reads speakers, sounds and the real length', async () => {
    await using folder = await folderWith({ 'timeline.json': json(), 'a.wav': wav });
    const recording = await readFolder(folder.path);
    expect(recording.speakers).toEqual([{ id: 'ana', name: 'Ana Ruiz', email: 'ana@example.test' }]);
    expect(recording.utterances[0]?.voiced).toEqual({ first: 4_000, last: 11_999 });
    expect(recording.totalMs).toBe(1_500);
  });

  it('orders by start time and keeps a given address', async () => {
    const utterances = [
      { ...line, startMs: 900 },
      { ...line, index: 2, speaker: 'zoe', startMs: 100 },
    ];
    await using folder = await folderWith({ 'timeline.json': json({ utterances }), 'a.wav': wav });
    const recording = await readFolder(folder.path);
    expect(recording.utterances.map(({ speaker }) => speaker)).toEqual(['zoe', 'ana']);
    expect(recording.speakers[0]?.email).toBe('zoe@else.test');
  });

  it('names every problem with its file', async () => {
    const utterances = [
      line,
      { ...line, file: 'b.wav' },
      { ...line, file: 'c.wav' },
      { ...line, file: 'd.wav' },
    ];
    await using folder = await folderWith({
      'timeline.json': json({ utterances }),
      'a.wav': wav,
      'b.wav': 'not a sound',
      'c.wav': encodeWav({ sampleRate: 8_000, samples: second }),
    });
    const message = await readFolder(folder.path).then(String, (error: Error) => error.message);
    expect(message).toContain('b.wav is not a WAV file');
    expect(message).toContain('c.wav has a sample rate of 8000 Hz, but timeline.json says 16000 Hz');
    expect(message).toContain('d.wav is missing');
    expect(message).not.toContain('a.wav');
  });

  it.each([
    ['{ nonsense', 'timeline.json is not JSON'],
    [json({ utterances: [] }), 'timeline.json utterances'],
    [json({ utterances: [{ ...line, startMs: 'soon' }] }), 'timeline.json utterances.0.startMs'],
    [json({ speakers: {} }), 'ana, who is not among the speakers'],
    [json({ speakers: { ana: { name: 'Ana', email: 'nobody' } } }), 'timeline.json speakers.ana.email'],
  ])('refuses %s', async (content, message) => {
    await using folder = await folderWith({ 'timeline.json': content, 'a.wav': wav });
    await expect(readFolder(folder.path)).rejects.toThrow(message);
  });

  it('says that the timeline is missing', async () => {
    await using folder = await folderWith({});
    await expect(readFolder(folder.path)).rejects.toThrow('timeline.json is missing');
    await expect(readFolder(join(folder.path, 'nowhere'))).rejects.toThrow('timeline.json is missing');
  });
});
