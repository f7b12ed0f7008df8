/** all-MiniLM-L6-v2 (int8): one unit vector of 384 numbers for a text. */
import { readFile } from 'node:fs/promises';
import { Tensor } from 'onnxruntime-node';
import { z } from 'zod';
import { openSession } from '../threads/open-session.ts';
import { wordPieces } from './word-pieces.ts';

export const embeddingSize = 384;

/** The model was trained on texts of at most this many pieces; longer texts are read window by window. */
const windowPieces = 254;

export interface Embedding {
  vector: Float32Array<ArrayBuffer>;
  /** Pieces read, the marks at both ends included. */
  tokens: number;
}

export interface Embedder {
  embed(text: string): Promise<Embedding>;
}

const tokenizerSchema = z.object({ model: z.object({ vocab: z.record(z.string(), z.int()) }) });

export async function loadEmbedder(paths: { model: string; tokenizer: string }): Promise<Embedder> {
  const tokenizer = tokenizerSchema.parse(JSON.parse(await readFile(paths.tokenizer, 'utf8')));
  const vocabulary = new Map(Object.entries(tokenizer.model.vocab));
  const session = await openSession(paths.model);
  const start = vocabulary.get('[CLS]') ?? 0;
  const end = vocabulary.get('[SEP]') ?? 0;

  /** Sum of the vectors of all pieces. */
  async function addWindow(pieces: number[], sum: Float32Array): Promise<void> {
    const ids = [start, ...pieces, end];
    const row = (values: number[]) =>
      new Tensor('int64', BigInt64Array.from(values, BigInt), [1, ids.length]);
    const output = await session.run({
      input_ids: row(ids),
      attention_mask: row(ids.map(() => 1)),
      token_type_ids: row(ids.map(() => 0)),
    });
    const hidden = output.last_hidden_state?.data;
    if (!(hidden instanceof Float32Array)) throw new Error('the embedding model gave no output');
    hidden.forEach((value, i) => {
      sum[i % embeddingSize] = (sum[i % embeddingSize] ?? 0) + value;
    });
  }

  return {
    async embed(text) {
      const pieces = wordPieces(text, vocabulary);
      const sum = new Float32Array(embeddingSize);
      let windows = 0;
      for (let at = 0; at === 0 || at < pieces.length; at += windowPieces, windows += 1) {
        await addWindow(pieces.slice(at, at + windowPieces), sum);
      }
      const length = Math.hypot(...sum);
      return { vector: sum.map((value) => value / length), tokens: pieces.length + 2 * windows };
    },
  };
}
