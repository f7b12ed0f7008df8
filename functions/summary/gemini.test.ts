/** The way to Gemini by its own API, against a server that answers as Google's does. */
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { startServer } from '../../lib/server.ts';
import { brief, line } from '../testing/summary-brief.ts';
import { createSummaryModel } from './summary-model.ts';

const written = { overview: 'Yes.', topics: [], decisions: [], tasks: [], questions: [], numbers: [] };

async function play(answer: object, status = 200) {
  const asked: { path: string; key: string | undefined; body: Record<string, unknown> }[] = [];
  const app = new Hono().post('*', async (c) => {
    asked.push({ path: c.req.path, key: c.req.header('x-goog-api-key'), body: await c.req.json() });
    const headers = { 'content-type': 'application/json' };
    return new Response(JSON.stringify(answer), { status, headers });
  });
  await using server = await startServer(app, { host: '127.0.0.1', port: 0 });
  const model = createSummaryModel({
    kind: 'google',
    baseUrl: `${server.url}/v1beta`,
    apiKey: 'secret',
    model: 'gemini-2.5-flash',
  });
  const outcome = await model.write(brief, [line]).catch((error) => error);
  return { outcome, asked };
}

const candidate = (text: string, finishReason: string) => ({
  candidates: [{ content: { role: 'model', parts: [{ text }] }, finishReason, index: 0 }],
  usageMetadata: { promptTokenCount: 1, candidatesTokenCount: 1, totalTokenCount: 2 },
});

describe('Gemini', () => {
  it('is asked for JSON of the schema, with the key in a header', async () => {
    const { outcome, asked } = await play(candidate(JSON.stringify(written), 'STOP'));
    expect(outcome).toMatchObject({ written });
    expect(asked).toMatchObject([
      {
        path: '/v1beta/models/gemini-2.5-flash:generateContent',
        key: 'secret',
        body: { generationConfig: { responseMimeType: 'application/json' } },
      },
    ]);
  });

  it('refuses in its own way: what it stopped for safety, and a prompt that it does not take', async () => {
    const refused = { message: 'The model refused to summarise this meeting.', retryable: false };
    const stopped = await play(candidate('', 'SAFETY'));
    expect(stopped.outcome).toMatchObject(refused);
    expect(stopped.asked).toHaveLength(1);
    const blocked = await play({ promptFeedback: { blockReason: 'PROHIBITED_CONTENT' } });
    expect(blocked.outcome).toMatchObject(refused);
    expect(blocked.asked).toHaveLength(1);
  });

  it('says when a quota is used up, and that a key is wrong', async () => {
    const details = [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '60s' }];
    const quota = { error: { code: 429, message: 'quota', status: 'RESOURCE_EXHAUSTED', details } };
    const busy = await play(quota, 429);
    expect(busy.outcome).toMatchObject({ message: 'The model is busy.', retryAfterMs: 60_000 });
    const wrong = { error: { code: 400, message: 'API key not valid.', status: 'INVALID_ARGUMENT' } };
    const message = 'The key for the model is not accepted.';
    expect((await play(wrong, 400)).outcome).toMatchObject({ message, retryable: false });
  });
});
