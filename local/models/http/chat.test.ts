import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Turn } from '../chat/turn.ts';
import type { TextJob, TextResult } from '../threads/text-thread.ts';
import { chatRoutes } from './chat.ts';
import { createFakeThread, errorSchema, json, openApp, readText } from './testing/fake-app.ts';

const path = '/v1/chat/completions';
const model = 'parley-rules';
const messages = [{ role: 'user', content: 'What time is it?' }];
const tools = [{ type: 'function', function: { name: 'tellTime', parameters: { type: 'object' } } }];

const threadThat = (turn: Turn, unread: string[] = []) =>
  createFakeThread(
    (job: TextJob): TextResult => (job.kind === 'chat' ? { kind: 'chat', turn, unread } : readText(job)),
  );

async function eventsOf(response: Response): Promise<string[]> {
  return (await response.text())
    .split('\n\n')
    .filter((event) => event !== '')
    .map((event) => event.replace(/^data: /, ''));
}
const chunkSchema = z.object({
  object: z.literal('chat.completion.chunk'),
  model: z.literal(model),
  choices: z.array(
    z.object({
      delta: z.object({ content: z.string().nullish(), tool_calls: z.array(z.unknown()).optional() }),
      finish_reason: z.string().nullable(),
    }),
  ),
  usage: z.object({ total_tokens: z.number() }).nullish(),
});

describe(chatRoutes, () => {
  it('answers in the shape of a chat completion', async () => {
    const { app } = openApp({ text: threadThat({ kind: 'say', text: 'It is ten.' }) });
    const answer = await (await app.request(path, json({ model, messages }))).json();
    expect(answer).toMatchObject({
      object: 'chat.completion',
      model,
      choices: [{ index: 0, message: { role: 'assistant', content: 'It is ten.' }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 4, completion_tokens: 3, total_tokens: 7 },
    });
  });

  it('calls a tool with its arguments as JSON', async () => {
    const turn: Turn = { kind: 'call', tool: 'createTask', arguments: { text: 'Call Ben', owner: null } };
    const { app } = openApp({ text: threadThat(turn) });
    const answer = await (await app.request(path, json({ model, messages, tools }))).json();
    expect(answer).toMatchObject({
      choices: [
        {
          finish_reason: 'tool_calls',
          message: {
            content: null,
            tool_calls: [
              {
                id: expect.stringMatching(/^call_/),
                type: 'function',
                function: { name: 'createTask', arguments: '{"text":"Call Ben","owner":null}' },
              },
            ],
          },
        },
      ],
    });
  });

  it('writes the summary of a meeting as JSON, and no other JSON', async () => {
    const summary = { overview: '', topics: [], decisions: [], tasks: [], questions: [], numbers: [] };
    const text = createFakeThread((job: TextJob): TextResult => {
      if (job.kind !== 'summarise') return readText(job);
      return { kind: 'summarise', summary: job.content === 'a meeting' ? summary : null };
    });
    const { app } = openApp({ text });
    const ask = (content: string) =>
      app.request(
        path,
        json({
          model,
          messages: [{ role: 'user', content }],
          response_format: { type: 'json_schema', json_schema: { name: 'summary', schema: {} } },
        }),
      );
    expect(await (await ask('a meeting')).json()).toMatchObject({
      choices: [{ message: { content: JSON.stringify(summary) }, finish_reason: 'stop' }],
    });
    const refused = await ask('a poem');
    expect(refused.status).toBe(400);
    expect(errorSchema.parse(await refused.json()).error.message).toContain('only for the summary');
  });

  it('streams words, the end, what was used where asked for, and the mark of the end', async () => {
    const { app } = openApp({ text: threadThat({ kind: 'say', text: 'It is ten.\n\n- now' }) });
    const request = { model, messages, stream: true, stream_options: { include_usage: true } };
    const response = await app.request(path, json(request));
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const events = await eventsOf(response);
    expect(events.at(-1)).toBe('[DONE]');
    const chunks = events.slice(0, -1).map((event) => chunkSchema.parse(JSON.parse(event)));
    const words = chunks.flatMap(({ choices }) => choices.map(({ delta }) => delta.content ?? ''));
    expect(words).toEqual(['', 'It', ' is', ' ten.', '\n\n-', ' now', '']);
    expect(chunks.at(-2)?.choices[0]?.finish_reason).toBe('stop');
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { total_tokens: 9 } });
    const without = await eventsOf(await app.request(path, json({ model, messages, stream: true })));
    expect(without.join()).not.toContain('usage');
  });

  it('streams a call in one piece', async () => {
    const { app } = openApp({ text: threadThat({ kind: 'call', tool: 'endMeeting', arguments: {} }) });
    const events = await eventsOf(await app.request(path, json({ model, messages, tools, stream: true })));
    expect(events).toHaveLength(4);
    expect(JSON.parse(events[1] ?? '')).toMatchObject({
      choices: [{ delta: { tool_calls: [{ index: 0, function: { name: 'endMeeting', arguments: '{}' } }] } }],
    });
    expect(JSON.parse(events[2] ?? '')).toMatchObject({ choices: [{ finish_reason: 'tool_calls' }] });
  });

  it('works in the turn of its caller, with the tools that may be called', async () => {
    const { app, text } = openApp();
    const headers = { 'x-parley-caller': 'mtg_1' };
    await app.request(path, { ...json({ model, messages, tools }), headers });
    await app.request(path, { ...json({ model, messages, tools, tool_choice: 'none' }), headers });
    expect(
      text.jobs.map(({ input, options }) => [input.kind === 'chat' && input.tools, options.caller]),
    ).toEqual([
      [['tellTime'], 'mtg_1'],
      [[], 'mtg_1'],
    ]);
  });

  it('reads lines ahead, some at a time, that there was no time for', async () => {
    const unread = Array.from({ length: 20 }, (_, i) => `Line ${i}`);
    const text = threadThat({ kind: 'say', text: 'Yes.' }, unread);
    await openApp({ text }).app.request(path, json({ model, messages }));
    await expect.poll(() => text.jobs.length).toBe(3);
    expect(text.jobs.slice(1).flatMap(({ input }) => (input.kind === 'read' ? input.texts : []))).toEqual(
      unread,
    );
  });

  it.each([
    ['another model', { model: 'gpt-4.1' }, 404, 'model_not_found'],
    ['no model', { model: undefined }, 400, 'invalid_request'],
    ['no messages', { messages: [] }, 400, 'invalid_request'],
    ['messages that are none', { messages: 'Hello' }, 400, 'invalid_request'],
    ['an unknown role', { messages: [{ role: 'wizard', content: 'Hello' }] }, 400, 'invalid_request'],
    ['an image', { messages: [{ role: 'user', content: [{ type: 'image_url' }] }] }, 400, 'invalid_request'],
    ['a tool that must be called', { tool_choice: 'required' }, 400, 'invalid_request'],
    ['several answers', { n: 2 }, 400, 'invalid_request'],
    ['an answer in JSON', { response_format: { type: 'json_object' } }, 400, 'invalid_request'],
    [
      'too many messages',
      { messages: Array.from({ length: 501 }, () => messages[0]) },
      400,
      'invalid_request',
    ],
    [
      'a huge body',
      { messages: [{ role: 'user', content: 'a'.repeat(5_000_000) }] },
      413,
      'payload_too_large',
    ],
  ])('refuses %s', async (_, change, status, code) => {
    const response = await openApp().app.request(path, json({ model, messages, ...change }));
    expect(response.status).toBe(status);
    expect(errorSchema.parse(await response.json()).error.code).toBe(code);
  });

  it('refuses what is not JSON', async () => {
    const response = await openApp().app.request(path, { method: 'POST', body: '{"model":' });
    expect(response.status).toBe(400);
  });
});
