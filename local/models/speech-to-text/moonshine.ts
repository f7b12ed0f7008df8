/** Moonshine (English): an encoder over raw audio and a decoder that writes one token at a time, greedily. */
import llamaTokenizer from 'llama-tokenizer-js';
import { type InferenceSession, Tensor } from 'onnxruntime-node';
import { openSession } from '../threads/open-session.ts';
import { hasLoop, withoutLoop } from './repetition.ts';

export const speechRate = 16_000;
/** What one speech-to-text call may be long: above it Moonshine loses words. */
export const maxPieceSeconds = 15;

/** More tokens than people can say: 6.5 a second, the bound its authors give, and a few for short words. */
const tokensPerSecond = 6.5;
const startToken = 1;
const endToken = 2;
/** Below this the encoder's convolutions have nothing to work on. */
const minSamples = 0.1 * speechRate;

export interface Moonshine {
  /** Text of mono 16 kHz audio of at most `maxPieceSeconds`. */
  transcribe(samples: Float32Array): Promise<string>;
}

export async function loadMoonshine(paths: { encoder: string; decoder: string }): Promise<Moonshine> {
  const encoder = await openSession(paths.encoder);
  const decoder = await openSession(paths.decoder);
  const pastNames = decoder.inputNames.filter((name) => name.startsWith('past_key_values.'));
  const empty = emptyPast(decoder, pastNames);

  return {
    async transcribe(samples) {
      if (samples.length < minSamples) return '';
      const input = new Tensor('float32', samples, [1, samples.length]);
      const encoded = (await encoder.run({ input_values: input })).last_hidden_state;
      if (!encoded) throw new Error('the encoder gave no output');
      const limit = Math.ceil((samples.length / speechRate) * tokensPerSecond) + 4;
      const past = new Map(empty);
      const tokens: number[] = [];
      let next = startToken;
      while (tokens.length < limit && !hasLoop(tokens)) {
        const output = await decoder.run({
          input_ids: new Tensor('int64', BigInt64Array.of(BigInt(next)), [1, 1]),
          encoder_hidden_states: encoded,
          use_cache_branch: new Tensor('bool', [tokens.length > 0]),
          ...Object.fromEntries(past),
        });
        next = argMax(output.logits);
        if (next === endToken) break;
        for (const name of pastNames) {
          // What the encoder said never changes after the first step.
          const present = output[name.replace('past_key_values', 'present')];
          if (present && (tokens.length === 0 || name.includes('.decoder.'))) past.set(name, present);
        }
        tokens.push(next);
      }
      return llamaTokenizer.decode(withoutLoop(tokens), false, true).trim();
    },
  };
}

/** Past of nothing; the sizes of heads come from the model file, so base and tiny need no table. */
function emptyPast(decoder: InferenceSession, names: string[]): Map<string, Tensor> {
  return new Map(
    names.map((name) => {
      const shape = decoder.inputMetadata.find((input) => input.name === name);
      const [, heads, , size] = shape?.isTensor ? shape.shape : [];
      if (typeof heads !== 'number' || typeof size !== 'number') throw new Error(`no shape for ${name}`);
      return [name, new Tensor('float32', new Float32Array(0), [0, heads, 1, size])];
    }),
  );
}

function argMax(logits: Tensor | undefined): number {
  if (!(logits?.data instanceof Float32Array)) throw new Error('the decoder gave no scores');
  let best = 0;
  let highest = Number.NEGATIVE_INFINITY;
  const scores = logits.data;
  for (let i = 0; i < scores.length; i += 1) {
    const score = scores[i] ?? highest;
    if (score > highest) {
      highest = score;
      best = i;
    }
  }
  return best;
}
