/** Vectors of texts, from any server with OpenAI's API. */
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { embedMany } from 'ai';
import type { ModelServer } from './config.ts';

export interface Embedder {
  model: string;
  /** One vector of length 1 for each text, in their order. Throws what the AI SDK throws, at the first failure. */
  embed(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]>;
}

export function createEmbedder({ baseUrl, apiKey, model }: ModelServer): Embedder {
  const embeddings = createOpenAICompatible({
    name: 'embeddings',
    baseURL: baseUrl,
    ...(apiKey ? { apiKey } : {}),
  }).embeddingModel(model);
  return {
    model,
    async embed(texts, abortSignal) {
      const { embeddings: vectors } = await embedMany({
        model: embeddings,
        values: [...texts],
        maxRetries: 0,
        abortSignal,
      });
      return vectors.map(toUnitVector);
    },
  };
}

function toUnitVector(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values) || 1;
  return Float32Array.from(values, (value) => value / length);
}
