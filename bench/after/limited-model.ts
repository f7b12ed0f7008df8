/** A chat server that writes summaries at once, and takes only so many requests in a while. */
import { Hono } from 'hono';
import { startServer } from '../../lib/server.ts';
import { parseSummaryData } from '../../lib/summary-brief.ts';

export interface Limit {
  requests: number;
  windowMs: number;
}

export interface LimitedModel extends AsyncDisposable {
  /** Names this server as the one that writes Parley's summaries. */
  env: Record<string, string>;
  /** Null: no limit. */
  setLimit(limit: Limit | null): void;
  /** Requests that were refused. */
  refused(): number;
}

export async function startLimitedModel(): Promise<LimitedModel> {
  let limit: Limit | null = null;
  let taken: number[] = [];
  let refused = 0;
  /** Milliseconds until the next request is taken; 0 when this one is. */
  const waitFor = (now: number): number => {
    if (limit === null) return 0;
    const since = now - limit.windowMs;
    taken = taken.filter((at) => at > since);
    const [oldest] = taken;
    if (oldest !== undefined && taken.length >= limit.requests) return oldest - since;
    taken.push(now);
    return 0;
  };
  const app = new Hono().post('/v1/chat/completions', async (c) => {
    const waitMs = waitFor(performance.now());
    if (waitMs > 0) {
      refused += 1;
      // As OpenAI and Gemini have it: whole seconds.
      c.header('Retry-After', String(Math.ceil(waitMs / 1_000)));
      return c.json({ error: { message: 'rate limit' } }, 429);
    }
    const { messages } = await c.req.json<{ messages: { content: string }[] }>();
    const content = JSON.stringify(summaryOf(messages.at(-1)?.content ?? ''));
    return c.json({
      id: 'chatcmpl',
      object: 'chat.completion',
      created: 0,
      model: 'bench',
      choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
    });
  });
  const server = await startServer(app, { host: '127.0.0.1', port: 0 });
  return {
    env: { SUMMARY_BASE_URL: `${server.url}/v1`, SUMMARY_API_KEY: 'none', SUMMARY_MODEL: 'bench' },
    setLimit(next) {
      limit = next;
      taken = [];
    },
    refused: () => refused,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

/** Each line is a task of its speaker. */
function summaryOf(prompt: string) {
  const lines = parseSummaryData(prompt)?.lines ?? [];
  return {
    overview: 'They talked.',
    topics: [],
    decisions: [],
    tasks: lines.map(({ epoch, seq, speaker, text }) => ({
      text,
      owner: speaker,
      due: null,
      quote: text,
      lines: [`${epoch}.${seq}`],
    })),
    questions: [],
    numbers: [],
  };
}
