/**
 * Pronunciation of words that the dictionary lacks: the small encoder-decoder network of g2p_en (Apache-2.0;
 * github.com/Kyubyong/g2p), one GRU that reads the letters and one that writes ARPAbet sounds.
 */
import { z } from 'zod';

const matrixSchema = z
  .object({ shape: z.array(z.int()).min(1).max(2), data: z.string() })
  .transform(({ shape, data }) => {
    const bytes = Buffer.from(data, 'base64');
    const values = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
    return { columns: shape[1] ?? 1, rows: shape[0] ?? 0, values };
  });
type Matrix = z.infer<typeof matrixSchema>;

/** The names are those of the weights file. */
export const spellingWeightsSchema = z.object({
  enc_emb: matrixSchema,
  enc_w_ih: matrixSchema,
  enc_w_hh: matrixSchema,
  enc_b_ih: matrixSchema,
  enc_b_hh: matrixSchema,
  dec_emb: matrixSchema,
  dec_w_ih: matrixSchema,
  dec_w_hh: matrixSchema,
  dec_b_ih: matrixSchema,
  dec_b_hh: matrixSchema,
  fc_w: matrixSchema,
  fc_b: matrixSchema,
  graphemes: z.array(z.string()),
  phonemes: z.array(z.string()),
});
export type SpellingWeights = z.infer<typeof spellingWeightsSchema>;

/** No English word has more sounds than this; the network was trained with the same bound. */
const maxSounds = 20;

/** ARPAbet sounds of a lower-case word, such as `['N', 'OW1', 'V', 'AH0']`. */
export function guessSounds(weights: SpellingWeights, word: string): string[] {
  const unknown = weights.graphemes.indexOf('<unk>');
  let state = new Float32Array(weights.enc_w_hh.columns);
  for (const letter of [...word, '</s>']) {
    const index = weights.graphemes.indexOf(letter);
    const input = row(weights.enc_emb, index < 0 ? unknown : index);
    state = step(input, state, weights.enc_w_ih, weights.enc_w_hh, weights.enc_b_ih, weights.enc_b_hh);
  }
  const sounds: string[] = [];
  let last = weights.phonemes.indexOf('<s>');
  while (sounds.length < maxSounds) {
    const input = row(weights.dec_emb, last);
    state = step(input, state, weights.dec_w_ih, weights.dec_w_hh, weights.dec_b_ih, weights.dec_b_hh);
    const scores = multiply(weights.fc_w, state, weights.fc_b);
    last = scores.indexOf(Math.max(...scores));
    const sound = weights.phonemes[last];
    if (sound === undefined || sound === '</s>') break;
    if (!sound.startsWith('<')) sounds.push(sound);
  }
  return sounds;
}

function row({ values, columns }: Matrix, index: number): Float32Array {
  return values.subarray(index * columns, (index + 1) * columns);
}

/** One step of a gated recurrent unit: reset, update and new gates, in this order, in each matrix. */
function step(input: Float32Array, state: Float32Array, wi: Matrix, wh: Matrix, bi: Matrix, bh: Matrix) {
  const fromInput = multiply(wi, input, bi);
  const fromState = multiply(wh, state, bh);
  const size = state.length;
  const sum = (i: number) => (fromInput[i] ?? 0) + (fromState[i] ?? 0);
  return state.map((old, i) => {
    const reset = sigmoid(sum(i));
    const update = sigmoid(sum(size + i));
    const fresh = Math.tanh((fromInput[2 * size + i] ?? 0) + reset * (fromState[2 * size + i] ?? 0));
    return (1 - update) * fresh + update * old;
  });
}

function multiply(matrix: Matrix, vector: Float32Array, bias: Matrix): Float32Array {
  const result = Float32Array.from(bias.values);
  for (let r = 0; r < result.length; r += 1) {
    const weights = row(matrix, r);
    let sum = result[r] ?? 0;
    for (let i = 0; i < vector.length; i += 1) sum += (weights[i] ?? 0) * (vector[i] ?? 0);
    result[r] = sum;
  }
  return result;
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
