/** `POST /v1/embeddings` as OpenAI documents it. */
import { Hono } from 'hono';
import { z } from 'zod';
import { type Embedding, embeddingSize } from '../embeddings/embedder.ts';
import type { ModelThread } from '../threads/model-thread.ts';
import type { TextJob, TextResult } from '../threads/text-thread.ts';
import { ApiError } from './api-error.ts';
import { callerOf } from './caller.ts';
import { limitBody } from './limit-body.ts';
import { parseOr400, readJson } from './parse-or-400.ts';

export const embeddingModel = 'all-MiniLM-L6-v2';

/** OpenAI's bound on texts in one request. */
const maxTexts = 2_048;
/** About 8,000 tokens, OpenAI's bound for one text. */
const maxCharacters = 32_000;
/** Texts per job, so that others get their turn: short ones take about 1 ms each. */
const textsPerJob = 16;

const textSchema = z
  .string({ error: 'must be text; token numbers are not understood' })
  .min(1, 'holds an empty text')
  .max(maxCharacters, `holds a text of more than ${maxCharacters} characters`);

const requestSchema = z.object({
  model: z.literal(embeddingModel, { error: `must be ${embeddingModel}` }),
  input: z.preprocess(
    (input) => (Array.isArray(input) ? input : [input]),
    z.array(textSchema).min(1, 'is empty').max(maxTexts, `has more than ${maxTexts} texts`),
  ),
  encoding_format: z.enum(['float', 'base64']).default('float'),
  dimensions: z.literal(embeddingSize, { error: `must be ${embeddingSize}` }).optional(),
});

export function embeddingRoutes(thread: ModelThread<TextJob, TextResult>) {
  const routes = new Hono();
  routes.post('/embeddings', limitBody(128), async (c) => {
    const { input, encoding_format } = parseOr400(requestSchema, await readJson(c));
    const options = { caller: callerOf(c), signal: c.req.raw.signal };
    const embeddings: Embedding[] = [];
    for (let at = 0; at < input.length; at += textsPerJob) {
      const answer = await thread.run({ kind: 'embed', texts: input.slice(at, at + textsPerJob) }, options);
      if (answer.kind !== 'embed') throw new ApiError(500, 'internal', 'The model answered something else.');
      embeddings.push(...answer.embeddings);
    }
    const tokens = embeddings.reduce((sum, embedding) => sum + embedding.tokens, 0);
    const encode = encoding_format === 'base64' ? toBase64 : toNumbers;
    return c.json({
      object: 'list',
      model: embeddingModel,
      data: embeddings.map(({ vector }, index) => ({
        object: 'embedding',
        index,
        embedding: encode(vector),
      })),
      usage: { prompt_tokens: tokens, total_tokens: tokens },
    });
  });
  return routes;
}

const toNumbers = (vector: Float32Array): number[] => [...vector];
const toBase64 = (vector: Float32Array): string =>
  Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64');
