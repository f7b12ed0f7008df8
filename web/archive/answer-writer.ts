/** Who words answers: a language model, or the rules of the local model server. */
import { createGoogle } from '@ai-sdk/google';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { type LanguageModel, type ModelMessage, streamText } from 'ai';
import { rulesModel } from '../../lib/assistant-brief.ts';
import type { AnsweredBy } from '../../lib/assistant-messages.ts';
import type { SummaryServer } from '../../lib/config.ts';

export interface AnswerWriter {
  by: AnsweredBy;
  /** The answer as it is written. Throws when the model does not answer, or stops in the middle. */
  write(instructions: string, messages: ModelMessage[], signal: AbortSignal): AsyncIterable<string>;
}

/** Tokens of an answer: six sentences, with room for models that think first. */
const mostTokens = 2_000;

export function createAnswerWriter(server: SummaryServer): AnswerWriter {
  const model = openModel(server);
  return {
    by: server.model === rulesModel ? 'rules' : 'model',
    async *write(instructions, messages, abortSignal) {
      let failure: unknown = null;
      const { textStream } = streamText({
        model,
        instructions,
        messages,
        maxRetries: 1,
        maxOutputTokens: mostTokens,
        temperature: 0,
        abortSignal,
        onError: ({ error }) => {
          failure = error;
        },
      });
      yield* textStream;
      if (failure !== null) throw failure;
      abortSignal.throwIfAborted();
    },
  };
}

function openModel(server: SummaryServer): LanguageModel {
  const { apiKey, baseUrl, model } = server;
  if (server.kind === 'google') {
    return createGoogle({ apiKey: server.apiKey, ...(baseUrl ? { baseURL: baseUrl } : {}) })(model);
  }
  return createOpenAICompatible({
    name: 'ask',
    baseURL: server.baseUrl,
    ...(apiKey ? { apiKey } : {}),
  })(model);
}
