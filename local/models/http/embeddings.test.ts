import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { embeddingRoutes } from './embeddings.ts';
import { errorSchema, json, openApp } from './testing/fake-app.ts';

describe(embeddingRoutes, () => {
  const embeddings = '/v1/embeddings';
  const model = 'all-MiniLM-L6-v2';

  it('gives one vector for each text, in order, many texts in several turns', async () => {
    const { app, text } = openApp();
    const input = Array.from({ length: 20 }, (_, i) => 'a'.repeat(i + 1));
    const answer = z
      .object({
        data: z.array(
          z.object({ index: z.number(), embedding: z.array(z.number()), object: z.literal('embedding') }),
        ),
        usage: z.object({ prompt_tokens: z.number(), total_tokens: z.number() }),
      })
      .parse(await (await app.request(embeddings, json({ model, input }))).json());
    expect(answer.data.map(({ index, embedding }) => [index, embedding[0]])).toEqual(
      input.map((each, i) => [i, each.length]),
    );
    expect(answer.usage).toEqual({ prompt_tokens: 60, total_tokens: 60 });
    expect(text.jobs).toHaveLength(2);
  });

  it('encodes as base64 of little-endian floats when asked to', async () => {
    const { app } = openApp();
    const response = await app.request(embeddings, json({ model, input: 'abc', encoding_format: 'base64' }));
    const { data } = z
      .object({ data: z.tuple([z.object({ embedding: z.base64() })]) })
      .parse(await response.json());
    const bytes = Buffer.from(data[0].embedding, 'base64');
    expect([bytes.readFloatLE(0), bytes.readFloatLE(4)]).toEqual([3, 0.5]);
  });

  it.each([
    ['token numbers', { input: [[1, 2, 3]] }],
    ['an empty text', { input: ['a', ''] }],
    ['no text', { input: [] }],
    ['another size', { dimensions: 256 }],
    ['another model', { model: 'text-embedding-3-small' }],
  ])('refuses %s', async (_, change) => {
    const { app } = openApp();
    const response = await app.request(embeddings, json({ model, input: 'a', ...change }));
    expect(response.status).toBe(400);
    expect(errorSchema.parse(await response.json()).error.code).toBe('invalid_request');
  });
});
