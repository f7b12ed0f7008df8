/** The zero-key voice: a small VITS-like network with its own dictionary; one English speaker. */
import { readFile } from 'node:fs/promises';
import { Tensor } from 'onnxruntime-node';
import { z } from 'zod';
import { resample } from '../audio/resample.ts';
import { openSession } from '../threads/open-session.ts';
import { createDictionary } from './dictionary.ts';
import { pronounce, type Sound } from './pronounce.ts';
import { guessSounds, spellingWeightsSchema } from './spelling-network.ts';

/** OpenAI's `pcm` is 24 kHz (platform.openai.com/docs/guides/text-to-speech); the network speaks at 44.1 kHz. */
export const voiceRate = 24_000;

export interface VoicePaths {
  model: string;
  metadata: string;
  dictionary: string;
  spelling: string;
}

export interface Voice {
  /** Mono 24 kHz audio of one sentence that went through `spokenText`; `speed` 1 is normal. */
  speak(sentence: string, speed: number): Promise<Float32Array<ArrayBuffer>>;
}

const metadataSchema = z.object({
  language_id: z.int(),
  tone_offset: z.int(),
  sample_rate: z.int(),
  symbols: z.array(z.string()),
});

export async function loadVoice(paths: VoicePaths): Promise<Voice> {
  const metadata = metadataSchema.parse(await readJson(paths.metadata));
  const dictionary = createDictionary(await readFile(paths.dictionary, 'latin1'));
  const weights = spellingWeightsSchema.parse(await readJson(paths.spelling));
  const session = await openSession(paths.model);
  const ids = new Map(metadata.symbols.map((symbol, id) => [symbol, id]));
  const pronunciation = {
    lookUp: dictionary,
    guess: (word: string) => guessSounds(weights, word),
  };

  return {
    async speak(sentence, speed) {
      const sounds = pronounce(sentence, pronunciation);
      const length = sounds.length * 2 + 1;
      const row = (of: (sound: Sound) => number) => integers(withBlanks(sounds.map(of)), [1, length]);
      const output = await session.run({
        x: row(({ phone }) => ids.get(phone) ?? ids.get('UNK') ?? 0),
        tone: row(({ tone }) => tone + metadata.tone_offset),
        language: row(() => metadata.language_id),
        x_lengths: integers([length], [1]),
        sid: integers([0], [1]),
        // 0.3 is heard back with 7 to 9 % wrong words, the package's own 0.667 with 10 %.
        // The network was exported with room for language-model features and trained without them.
        bert: new Tensor('float32', new Float32Array(1_024 * length), [1, 1_024, length]),
        ja_bert: new Tensor('float32', new Float32Array(768 * length), [1, 768, length]),
        noise_scale: new Tensor('float32', [0.3], [1]),
        noise_scale_w: new Tensor('float32', [0.8], [1]),
        length_scale: new Tensor('float32', [1 / speed], [1]),
      });
      const audio = output.audio?.data;
      if (!(audio instanceof Float32Array)) throw new Error('the voice gave no audio');
      return withPause(resample(new Float32Array(audio), metadata.sample_rate, voiceRate));
    },
  };
}

/** Sentences are spoken one by one; without this the next begins like the middle of the one before. */
const pause = 0.2 * voiceRate;

function withPause(samples: Float32Array): Float32Array<ArrayBuffer> {
  const longer = new Float32Array(samples.length + pause);
  longer.set(samples);
  return longer;
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'));
}

function integers(values: number[], dims: number[]): Tensor {
  return new Tensor('int64', BigInt64Array.from(values, BigInt), dims);
}

/** The network expects a zero before, between and after the sounds. */
function withBlanks(values: number[]): number[] {
  return [0, ...values.flatMap((value) => [value, 0])];
}
