/**
 * `POST /v1/chat/completions` as OpenAI documents it, answered by rules. What steers sampling (temperature, seed, ...)
 * is accepted and has no effect, for nothing is sampled; what would change the answer's form is refused.
 */
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { ulid } from 'ulid';
import { z } from 'zod';
import { rulesModel } from '../../../lib/assistant-brief.ts';
import type { Logger } from '../../../lib/logger.ts';
import { type Message, messagesSchema } from '../chat/messages.ts';
import { say, type Turn } from '../chat/turn.ts';
import type { JobOptions, ModelThread } from '../threads/model-thread.ts';
import type { TextJob, TextResult } from '../threads/text-thread.ts';
import { ApiError } from './api-error.ts';
import { callerOf } from './caller.ts';
import { type Completion, completionOf, createCompletion, streamOf } from './chat-completion.ts';
import { limitBody } from './limit-body.ts';
import { parseOr400, readJson } from './parse-or-400.ts';

/** Lines per job when lines are read ahead, so that others get their turn. */
const linesPerJob = 16;

const requestSchema = z.object({
  messages: messagesSchema,
  tools: z
    .array(z.object({ type: z.literal('function'), function: z.object({ name: z.string().min(1) }) }))
    .nullish(),
  tool_choice: z.enum(['auto', 'none'], { error: 'must be auto or none' }).nullish(),
  stream: z.boolean().nullish(),
  stream_options: z.object({ include_usage: z.boolean().nullish() }).nullish(),
  n: z.literal(1, { error: 'must be 1' }).nullish(),
  response_format: z
    .object({ type: z.enum(['text', 'json_object', 'json_schema'], { error: 'must be text or JSON' }) })
    .nullish(),
});
type ChatRequest = z.infer<typeof requestSchema>;
const modelSchema = z.object({ model: z.string({ error: 'must be text' }) });

export function chatRoutes(thread: ModelThread<TextJob, TextResult>, logger: Logger) {
  const routes = new Hono();

  async function chat({ messages, tools, tool_choice }: ChatRequest, options: JobOptions): Promise<Turn> {
    const names = tool_choice === 'none' ? [] : (tools ?? []).map((tool) => tool.function.name);
    const answer = await thread.run({ kind: 'chat', messages, tools: names }, options);
    if (answer.kind !== 'chat') throw new ApiError(500, 'internal', 'The rules answered something else.');
    const { signal } = new AbortController();
    void readAhead(thread, answer.unread, { caller: options.caller, signal }).catch((error) =>
      logger.debug({ err: error }, 'lines are not read ahead'),
    );
    return answer.turn;
  }

  routes.post('/chat/completions', limitBody(4), async (c) => {
    const body = await readJson(c);
    const { model } = parseOr400(modelSchema, body);
    if (model !== rulesModel) {
      throw new ApiError(404, 'model_not_found', `There is no chat model ${model} here, only ${rulesModel}.`);
    }
    const request = parseOr400(requestSchema, body);
    const { messages, stream, stream_options } = request;
    const options: JobOptions = { caller: callerOf(c), signal: c.req.raw.signal };
    // The whole turn is known before the status goes out, so that a failure is still an error answer.
    const isJson = (request.response_format?.type ?? 'text') !== 'text';
    const turn = isJson ? await summarise(thread, messages, options) : await chat(request, options);
    const completion: Completion = createCompletion({
      id: `chatcmpl-${ulid()}`,
      createdSeconds: Math.floor(Date.now() / 1_000),
      turn,
      promptCharacters: messages.reduce((sum, { content }) => sum + (content?.length ?? 0), 0),
    });
    if (!stream) return c.json(completionOf(completion));
    return streamSSE(c, async (sse) => {
      for (const chunk of streamOf(completion, stream_options?.include_usage === true)) {
        await sse.writeSSE({ data: JSON.stringify(chunk) });
      }
      await sse.writeSSE({ data: '[DONE]' });
    });
  });
  return routes;
}

/** The only thing that the rules write as JSON, whatever schema comes with it. */
async function summarise(
  thread: ModelThread<TextJob, TextResult>,
  messages: readonly Message[],
  options: JobOptions,
): Promise<Turn> {
  const last = messages.findLast(({ role }) => role === 'user');
  const answer = await thread.run({ kind: 'summarise', content: last?.content ?? '' }, options);
  if (answer.kind !== 'summarise') throw new ApiError(500, 'internal', 'The rules answered something else.');
  if (answer.summary === null)
    throw new ApiError(
      400,
      'invalid_request',
      'response_format: must be text. Rules write JSON only for the summary of a meeting, and the last user message holds none.',
    );
  return say(JSON.stringify(answer.summary));
}

async function readAhead(
  thread: ModelThread<TextJob, TextResult>,
  texts: string[],
  options: JobOptions,
): Promise<void> {
  for (let at = 0; at < texts.length; at += linesPerJob) {
    await thread.run({ kind: 'read', texts: texts.slice(at, at + linesPerJob) }, options);
  }
}
