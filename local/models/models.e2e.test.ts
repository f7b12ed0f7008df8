import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { normaliseWords } from '../../e2e/rehearsal/words.ts';
import { alignWords } from '../../lib/align-words.ts';
import { createLogger } from '../../lib/logger.ts';
import { decodeMono, encodePcm16, parseWav, wavHeader } from './audio/wav.ts';
import { type ModelServer, startModelServer } from './server.ts';

const kickoff = fileURLToPath(new URL('../../e2e/fixtures/kickoff/', import.meta.url));
const timelineSchema = z.object({ utterances: z.array(z.object({ file: z.string(), text: z.string() })) });
const answerSchema = z.object({
  text: z.string(),
  segments: z.array(z.object({ start: z.number(), end: z.number(), text: z.string() })).optional(),
});

let server: ModelServer;
let utterances: { file: string; text: string; wav: Uint8Array<ArrayBuffer> }[];

beforeAll(async () => {
  const timeline = timelineSchema.parse(JSON.parse(await readFile(join(kickoff, 'timeline.json'), 'utf8')));
  utterances = await Promise.all(
    timeline.utterances.map(async (one) => ({
      ...one,
      wav: new Uint8Array(await readFile(join(kickoff, one.file))),
    })),
  );
  const modelsFolder = fileURLToPath(new URL('../../.parley/models', import.meta.url));
  server = await startModelServer({ port: 0, modelsFolder, logger: createLogger('test', 'silent') });
});
afterAll(() => server[Symbol.asyncDispose]());

async function hear(wav: Uint8Array<ArrayBuffer>, model = 'moonshine-base', caller = 'test') {
  const body = new FormData();
  body.set('file', new File([wav], 'audio.wav'));
  body.set('model', model);
  body.set('response_format', 'verbose_json');
  const headers = { 'x-parley-caller': caller };
  const response = await fetch(`${server.url}/audio/transcriptions`, { method: 'POST', headers, body });
  return answerSchema.parse(await response.json());
}

async function post(path: string, body: unknown): Promise<Response> {
  return fetch(`${server.url}${path}`, { method: 'POST', body: JSON.stringify(body) });
}

function wavOf(samples: Float32Array, rate = 16_000): Uint8Array<ArrayBuffer> {
  const pcm = encodePcm16(samples);
  return new Uint8Array(Buffer.concat([wavHeader(rate, pcm.length), pcm]));
}

/** Mono samples of a WAV, changed, as a WAV of the same rate. */
function changed(
  wav: Uint8Array<ArrayBuffer>,
  change: (samples: Float32Array, rate: number) => Float32Array,
) {
  const parsed = parseWav(wav);
  return wavOf(change(decodeMono(parsed, parsed.data), parsed.sampleRate), parsed.sampleRate);
}

function join32(...parts: Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => {
    all.set(part, at);
    return at + part.length;
  }, 0);
  return all;
}

/** Share of wrong words over pairs of what was said and what was heard. */
function wordErrorRate(pairs: { said: string; heard: string }[]): number {
  let edits = 0;
  let words = 0;
  for (const { said, heard } of pairs) {
    const reference = normaliseWords(said);
    edits += alignWords(reference, normaliseWords(heard)).edits;
    words += reference.length;
  }
  return edits / words;
}

async function wordErrorRateOf(
  change: (wav: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>,
  model?: string,
) {
  const pairs: { said: string; heard: string }[] = [];
  for (const { wav, text } of utterances)
    pairs.push({ said: text, heard: (await hear(change(wav), model)).text });
  return wordErrorRate(pairs);
}

describe('speech to text', () => {
  it('hears the kickoff meeting with at most 1.5 % wrong words, the fast model with at most 3 %', async () => {
    expect(await wordErrorRateOf((wav) => wav)).toBeLessThanOrEqual(0.015);
    expect(await wordErrorRateOf((wav) => wav, 'moonshine-tiny')).toBeLessThanOrEqual(0.03);
  });

  it.each([
    ['a quiet voice', 0.03, (s: Float32Array) => s.map((x) => x * 0.1)],
    [
      'half a second of silence around a sentence',
      0.03,
      (s: Float32Array, rate: number) => join32(new Float32Array(rate / 2), s, new Float32Array(rate / 2)),
    ],
    [
      'sentences whose last 100 ms are cut off',
      0.04,
      (s: Float32Array, rate: number) =>
        s.subarray(0, s.findLastIndex((x) => Math.abs(x) > 0.02) - rate * 0.1),
    ],
  ])('copes with %s', async (_, atMost, change) => {
    expect(await wordErrorRateOf((wav) => changed(wav, change))).toBeLessThanOrEqual(atMost);
  });

  it('hears nothing in silence, noise, hum and tones, whatever their length', async () => {
    let state = 1;
    const noise = () => {
      state = (state * 48_271) % 2_147_483_647;
      return state / 1_073_741_823.5 - 1;
    };
    let brown = 0;
    const sounds: Record<string, (t: number) => number> = {
      silence: () => 0,
      'white noise': () => 0.1 * noise(),
      'faint noise': () => 0.001 * noise(),
      rumble: () => (brown = 0.99 * brown + 0.02 * noise()),
      tone: (t) => 0.3 * Math.sin(2 * Math.PI * 440 * t),
      hum: (t) => 0.05 * Math.sin(2 * Math.PI * 50 * t) + 0.02 * Math.sin(2 * Math.PI * 150 * t),
      clicks: (t) => (t % 0.25 < 0.004 ? 0.5 * noise() : 0),
    };
    for (const [name, sound] of Object.entries(sounds)) {
      for (const seconds of [0, 0.05, 1, 5, 20]) {
        const samples = Float32Array.from({ length: seconds * 16_000 }, (_, i) => sound(i / 16_000));
        for (const model of ['moonshine-base', 'moonshine-tiny']) {
          expect((await hear(wavOf(samples), model)).text, `${name}, ${seconds} s, ${model}`).toBe('');
        }
      }
    }
  });

  it('cuts a long recording between sentences and says when each was spoken', async () => {
    const rate = 24_000;
    const spoken = utterances.map(({ wav }) => {
      const parsed = parseWav(wav);
      return decodeMono(parsed, parsed.data);
    });
    const meeting = join32(...spoken.flatMap((samples) => [samples, new Float32Array(rate)]));
    const { text, segments = [] } = await hear(wavOf(meeting, rate));
    const said = utterances.map((one) => one.text).join(' ');
    expect(wordErrorRate([{ said, heard: text }])).toBeLessThanOrEqual(0.03);
    expect(segments.length).toBeGreaterThanOrEqual(utterances.length);
    let at = 0;
    for (const samples of spoken) {
      const middle = (at + samples.length / 2) / rate;
      expect(segments.some(({ start, end }) => start < middle && middle < end)).toBe(true);
      at += samples.length + rate;
    }
    for (const [i, { start, end }] of segments.entries()) {
      expect(end - start).toBeLessThanOrEqual(15);
      expect(start).toBeGreaterThanOrEqual(segments[i - 1]?.end ?? 0);
    }
  });

  it('answers a short request while a long one of the same caller and one of another are under way', async () => {
    const meeting = join32(
      ...utterances.map(({ wav }) => {
        const parsed = parseWav(wav);
        return decodeMono(parsed, parsed.data);
      }),
    );
    const long = wavOf(meeting, 24_000);
    const [{ wav: short } = { wav: long }] = utterances;
    let finished = false;
    const all = Promise.all(['a', 'b'].map((caller) => hear(long, 'moonshine-base', caller))).then(
      (texts) => {
        finished = true;
        return texts;
      },
    );
    await Promise.all(['a', 'c'].map((caller) => hear(short, 'moonshine-base', caller)));
    expect(finished).toBe(false);
    for (const { text } of await all) expect(text).toMatch(/kickoff.*great week/i);
  });
});

describe('text to speech', () => {
  it('is understood: what it says is heard back with at most 15 % wrong words', async () => {
    const pairs: { said: string; heard: string }[] = [];
    for (const { text } of utterances) {
      const response = await post('/audio/speech', { model: 'tts-1', voice: 'alloy', input: text });
      pairs.push({ said: text, heard: (await hear(new Uint8Array(await response.arrayBuffer()))).text });
    }
    expect(wordErrorRate(pairs)).toBeLessThanOrEqual(0.15);
  });

  it('gives PCM of 24 kHz, and speaks faster when asked to', async () => {
    const input = 'We move the launch to the second week of March.';
    const secondsAt = async (speed: number) => {
      const response = await post('/audio/speech', { model: 'tts-1', input, speed, response_format: 'pcm' });
      return (await response.arrayBuffer()).byteLength / 2 / 24_000;
    };
    const normal = await secondsAt(1);
    expect(normal).toBeGreaterThan(2);
    expect(normal).toBeLessThan(6);
    expect(await secondsAt(2)).toBeLessThan(normal * 0.7);
  });
});

describe('embeddings', () => {
  const embed = async (input: string[]) => {
    const response = await post('/embeddings', { model: 'all-MiniLM-L6-v2', input });
    const schema = z.object({ data: z.array(z.object({ embedding: z.array(z.number()).length(384) })) });
    return schema.parse(await response.json()).data.map(({ embedding }) => embedding);
  };
  const dot = (a: number[] = [], b: number[] = []) => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

  it('puts a question next to the line that answers it', async () => {
    const lines = utterances.map(({ text }) => text);
    const questions = [
      ['Who writes the report about security?', 14],
      ['When do we go live?', 9],
      ['What do we do about the overworked support people?', 18],
    ] as const;
    const vectors = await embed(lines);
    for (const [question, expected] of questions) {
      const [asked] = await embed([question]);
      const ranked = vectors
        .map((vector, i) => ({ i, score: dot(asked, vector) }))
        .sort((a, b) => b.score - a.score);
      const near = ranked.slice(0, 5).map(({ i }) => i);
      expect(near, `${question} -> ${near.map((i) => lines[i]).join(' | ')}`).toContain(expected);
    }
  });

  it('gives unit vectors, the same for the same text, and reads long texts to their end', async () => {
    const minutes = Array.from({ length: 3 }, () => utterances.map(({ text }) => text).join(' ')).join(' ');
    const [first, again, longer] = await embed([minutes, minutes, `${minutes} The cat sleeps on the sofa.`]);
    expect(first).toEqual(again);
    expect(dot(first, first)).toBeCloseTo(1, 4);
    expect(dot(first, longer)).toBeGreaterThan(0.9);
    expect(dot(first, longer)).toBeLessThan(0.9999);
  });
});
