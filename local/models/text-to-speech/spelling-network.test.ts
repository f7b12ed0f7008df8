import { describe, expect, it } from 'vitest';
import { guessSounds, spellingWeightsSchema } from './spelling-network.ts';

/** A network of one unit: it answers with the sound whose output weight fits its state. */
function makeWeights(score: { sound: number; end: number }) {
  const matrix = (rows: number, columns: number, value: (row: number, column: number) => number) => {
    const values = Float32Array.from({ length: rows * columns }, (_, i) =>
      value(Math.floor(i / columns), i % columns),
    );
    return {
      shape: columns === 1 ? [rows] : [rows, columns],
      data: Buffer.from(values.buffer).toString('base64'),
    };
  };
  const zeros = (rows: number, columns = 2) => matrix(rows, columns, () => 0);
  return spellingWeightsSchema.parse({
    graphemes: ['<pad>', '<unk>', '</s>', 'a'],
    phonemes: ['<pad>', '<unk>', '<s>', '</s>', 'AH0'],
    enc_emb: zeros(4),
    enc_w_ih: zeros(6),
    enc_w_hh: zeros(6),
    enc_b_ih: zeros(6, 1),
    enc_b_hh: zeros(6, 1),
    dec_emb: zeros(5),
    dec_w_ih: zeros(6),
    dec_w_hh: zeros(6),
    dec_b_ih: zeros(6, 1),
    dec_b_hh: zeros(6, 1),
    fc_w: zeros(5),
    fc_b: matrix(5, 1, (row) => (row === 4 ? score.sound : row === 3 ? score.end : -1)),
  });
}

describe(guessSounds, () => {
  it('ends with the end mark', () => {
    expect(guessSounds(makeWeights({ sound: 0, end: 1 }), 'a')).toEqual([]);
  });

  it('ends by itself where the network never would', () => {
    expect(guessSounds(makeWeights({ sound: 1, end: 0 }), 'a?')).toEqual(new Array(20).fill('AH0'));
  });
});
