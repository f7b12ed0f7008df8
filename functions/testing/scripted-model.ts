/** A chat server on loopback that answers by a script, for tests of what goes wrong with models. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Hono } from 'hono';
import type { SummaryServer } from '../../lib/config.ts';
import { startServer } from '../../lib/server.ts';
import type { WrittenSummary } from '../../lib/summary.ts';
import { parseSummaryData } from '../../lib/summary-brief.ts';

export type Act =
  | { kind: 'status'; status: number; headers?: Record<string, string>; body?: string }
  /** Characters as the model's answer; `finishReason` as OpenAI has it. */
  | { kind: 'text'; text: string; finishReason?: string }
  | { kind: 'refusal' }
  | { kind: 'hang' }
  /** What `summaryOf` makes of the lines, with changes. */
  | { kind: 'summary'; over?: Partial<WrittenSummary> };

export interface ScriptedModel extends AsyncDisposable {
  server: SummaryServer;
  /** The messages of each call, as texts. */
  calls: { atMs: number; messages: string[] }[];
}

/** Plays the acts in order; the last one stays. */
export async function startScriptedModel(...script: Act[]): Promise<ScriptedModel> {
  const calls: ScriptedModel['calls'] = [];
  const stop = new AbortController();
  const app = new Hono().post('/v1/chat/completions', async (c) => {
    const { messages } = await c.req.json<{ messages: { content: string }[] }>();
    const texts = messages.map(({ content }) => content);
    const act = script[Math.min(calls.length, script.length - 1)] ?? { kind: 'summary' };
    calls.push({ atMs: performance.now(), messages: texts });
    switch (act.kind) {
      case 'status':
        return new Response(act.body ?? '{"error":{"message":"no"}}', {
          status: act.status,
          headers: { 'content-type': 'application/json', ...act.headers },
        });
      case 'hang':
        await sleep(60_000, undefined, { signal: stop.signal }).catch(() => undefined);
        return c.body(null, 503);
      case 'refusal':
        return c.json(completion({ content: null, refusal: 'I cannot help with that.' }));
      case 'text':
        return c.json(completion({ content: act.text }, act.finishReason));
      case 'summary':
        return c.json(completion({ content: JSON.stringify({ ...summaryOf(texts), ...act.over }) }));
    }
  });
  const server = await startServer(app, { host: '127.0.0.1', port: 0 });
  return {
    server: { kind: 'openai', baseUrl: `${server.url}/v1`, apiKey: null, model: 'scripted' },
    calls,
    async [Symbol.asyncDispose]() {
      stop.abort();
      await server[Symbol.asyncDispose]();
    },
  };
}

function completion(message: object, finishReason = 'stop') {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 0,
    model: 'scripted',
    choices: [{ index: 0, message: { role: 'assistant', ...message }, finish_reason: finishReason }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  };
}

/** An overview that counts the lines; each line with "will" is a task of its speaker, each with "decided" a decision. */
function summaryOf(messages: readonly string[]): WrittenSummary {
  const data = parseSummaryData(messages.findLast((text) => text.includes('summary-data')) ?? '');
  const lines = data?.lines ?? [];
  const cited = lines.map(({ epoch, seq, ...line }) => ({ ...line, lines: [`${epoch}.${seq}`] }));
  return {
    overview: `${lines.length} lines.`,
    topics: [],
    decisions: cited
      .filter(({ text }) => text.includes('decided'))
      .map(({ text, lines: at }) => ({ text, lines: at })),
    tasks: cited
      .filter(({ text }) => text.includes('will'))
      .map(({ text, speaker, lines: at }) => ({ text, owner: speaker, due: null, quote: text, lines: at })),
    questions: [],
    numbers: [],
  };
}
