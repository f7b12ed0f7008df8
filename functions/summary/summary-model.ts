/** The model that writes summaries: Gemini, or any server with OpenAI's API. */
import { setTimeout as sleep } from 'node:timers/promises';
import { createGoogle } from '@ai-sdk/google';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { generateText, type LanguageModel, type ModelMessage, NoObjectGeneratedError, Output } from 'ai';
import { type BriefLine, rulesModel } from '../../lib/assistant-brief.ts';
import type { AnsweredBy } from '../../lib/assistant-messages.ts';
import type { SummaryServer } from '../../lib/config.ts';
import type { WrittenSummary } from '../../lib/summary.ts';
import type { SummaryBrief } from '../../lib/summary-brief.ts';
import type { SummaryTemplate } from '../../lib/summary-choice.ts';
import { readModelFailure } from './model-failure.ts';
import { mostTokensOf } from './model-limits.ts';
import { askAgain, askForSummary, askForWhole, rulesOf } from './prompt.ts';
import { type ModelAnswer, modelAnswerSchema, readDue } from './written-answer.ts';

export interface SummaryModel {
  name: string;
  by: AnsweredBy;
  /** Tokens of transcript that one call may carry. */
  mostTokens: number;
  /** Both throw `SummaryModelError`. */
  write(brief: SummaryBrief, lines: readonly BriefLine[]): Promise<Written>;
  /** One summary of the whole, of those of its parts. */
  merge(brief: SummaryBrief, parts: readonly WrittenSummary[]): Promise<Written>;
}

export interface Written {
  written: WrittenSummary;
  modelMs: number;
}

/** A small model at home writes for minutes. */
const timeoutMs = 5 * 60_000;
/** A wait of this length at most is waited out at once; for longer ones the caller comes back. */
const shortWaitMs = 20_000;
/** Calls in a row that may be answered with a short wait. */
const shortWaits = 10;

export function createSummaryModel(
  server: SummaryServer,
  options: { timeoutMs?: number } = {},
): SummaryModel {
  const model = openModel(server);
  const write = async (brief: SummaryBrief, prompt: string): Promise<Written> => {
    const startedAt = performance.now();
    const call = () => answer(model, { template: brief.template, prompt, timeoutMs, ...options });
    const written = await callPatiently(call);
    const tasks = written.tasks.map((task) => ({ ...task, due: readDue(task.due, brief.startedAt) }));
    return { written: { ...written, tasks }, modelMs: Math.round(performance.now() - startedAt) };
  };
  return {
    name: server.model,
    by: server.model === rulesModel ? 'rules' : 'model',
    mostTokens: mostTokensOf(server),
    write: (brief, lines) => write(brief, askForSummary(brief, lines)),
    merge: (brief, parts) => write(brief, askForWhole(brief, parts)),
  };
}

function openModel(server: SummaryServer): LanguageModel {
  if (server.kind === 'google') {
    const { apiKey, baseUrl, model } = server;
    return createGoogle({ apiKey, ...(baseUrl ? { baseURL: baseUrl } : {}) })(model);
  }
  const { apiKey, baseUrl, model } = server;
  return createOpenAICompatible({
    name: 'summary',
    baseURL: baseUrl,
    supportsStructuredOutputs: true,
    ...(apiKey ? { apiKey } : {}),
  })(model);
}

interface Question {
  template: SummaryTemplate;
  prompt: string;
  timeoutMs: number;
}

/** An answer that cannot be read is sent back once, with what is wrong with it. */
async function answer(model: LanguageModel, question: Question): Promise<ModelAnswer> {
  const asked: ModelMessage[] = [{ role: 'user', content: question.prompt }];
  try {
    return await ask(model, question, asked);
  } catch (error) {
    if (!NoObjectGeneratedError.isInstance(error) || error.finishReason === 'content-filter') throw error;
    return ask(model, question, [
      ...asked,
      { role: 'assistant', content: error.text || '(nothing)' },
      { role: 'user', content: askAgain(problemOf(error)) },
    ]);
  }
}

async function ask(
  model: LanguageModel,
  { template, timeoutMs }: Question,
  messages: ModelMessage[],
): Promise<ModelAnswer> {
  const result = await generateText({
    model,
    instructions: rulesOf(template),
    messages,
    output: Output.object({ schema: modelAnswerSchema, name: 'summary' }),
    maxRetries: 0,
    abortSignal: AbortSignal.timeout(timeoutMs),
  });
  const { text, finishReason, response, usage } = result;
  if (text === '') {
    throw new NoObjectGeneratedError({ message: 'it is empty', text, finishReason, response, usage });
  }
  return result.output;
}

function problemOf({ finishReason, message }: NoObjectGeneratedError): string {
  return finishReason === 'length' ? 'it was cut off' : message;
}

/** Waits where the server asks for a short wait: giving the turn away would let others run into the same limit. */
async function callPatiently(call: () => Promise<ModelAnswer>): Promise<ModelAnswer> {
  for (let waits = 0; ; waits += 1) {
    try {
      return await call();
    } catch (error) {
      const failure = readModelFailure(error, Date.now());
      const { retryAfterMs } = failure;
      if (retryAfterMs === null || retryAfterMs > shortWaitMs || waits >= shortWaits) throw failure;
      await sleep(retryAfterMs);
    }
  }
}
