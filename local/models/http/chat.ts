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
import { messagesSchema } from '../chat/messages.ts';
import type { JobOptions, ModelThread } from '../work/model-thread.ts';
import type { TextJob, TextResult } from '../work/text-thread.ts';
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
  response_format: z.object({ type: z.literal('text', { error: 'must be text' }) }).nullish(),
});
const modelSchema = z.object({ model: z.string({ error: 'must be text' }) });

export function chatRoutes(thread: ModelThread<TextJob, TextResult>, logger: Logger) {
  const routes = new Hono();
  routes.post('/chat/completions', limitBody(4), async (c) => {
    const body = await readJson(c);
    const { model } = parseOr400(modelSchema, body);
    if (model !== rulesModel) {
      throw new ApiError(404, 'model_not_found', `There is no chat model ${model} here, only ${rulesModel}.`);
    }
    const { messages, tools, tool_choice, stream, stream_options } = parseOr400(requestSchema, body);
    const names = tool_choice === 'none' ? [] : (tools ?? []).map((tool) => tool.function.name);
    const caller = callerOf(c);
    // The whole turn is known before the status goes out, so that a failure is still an error answer.
    const answer = await thread.run(
      { kind: 'chat', messages, tools: names },
      { caller, signal: c.req.raw.signal },
    );
    if (answer.kind !== 'chat') throw new ApiError(500, 'internal', 'The rules answered something else.');
    void readAhead(thread, answer.unread, { caller, signal: new AbortController().signal }).catch((error) =>
      logger.debug({ err: error }, 'lines are not read ahead'),
    );
    const completion: Completion = createCompletion({
      id: `chatcmpl-${ulid()}`,
      createdSeconds: Math.floor(Date.now() / 1_000),
      turn: answer.turn,
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

async function readAhead(
  thread: ModelThread<TextJob, TextResult>,
  texts: string[],
  options: JobOptions,
): Promise<void> {
  for (let at = 0; at < texts.length; at += linesPerJob) {
    await thread.run({ kind: 'read', texts: texts.slice(at, at + linesPerJob) }, options);
  }
}
