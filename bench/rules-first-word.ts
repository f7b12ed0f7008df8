/** How soon the chat of the local model server begins to answer, against an answer without any work. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { nowMs } from '../e2e/rehearsal/clock.ts';
import { percentile } from '../e2e/rehearsal/percentiles.ts';
import { type AssistantBrief, formatMeetingData, rulesModel } from '../lib/assistant-brief.ts';
import { createLogger } from '../lib/logger.ts';
import { startModelServer } from '../local/models/server.ts';
import type { Benchmark } from './context.ts';

/** As many as the agent gives of a long meeting when it is asked a question. */
const lines = 150;
const rounds = 40;
/** The first questions find nothing read; code that just started runs unoptimised. */
const warmUpRounds = 10;
const pauseMs = 100;

export const rulesFirstWord: Benchmark = {
  name: 'rules-first-word',
  models: 'stand-in',
  async run({ signal }) {
    const modelsFolder = join(fileURLToPath(new URL('..', import.meta.url)), '.parley', 'models');
    await using server = await startModelServer({
      port: 0,
      modelsFolder,
      logger: createLogger('bench', 'silent'),
      signal,
    });
    const spent = { ours: [] as number[], bare: [] as number[] };
    for (let round = 0; round < warmUpRounds + rounds; round++) {
      signal.throwIfAborted();
      await sleep(pauseMs, undefined, { signal });
      const bare = await firstBytesMs(`${server.url}/models`);
      // Each time another question, and a line that was not there before.
      const body = requestAbout(round);
      const ours = await firstBytesMs(`${server.url}/chat/completions`, { method: 'POST', body, signal });
      if (round < warmUpRounds) continue;
      spent.bare.push(bare);
      spent.ours.push(ours);
    }
    const at = (values: readonly number[], rank: number) => percentile(values, rank / 100) ?? Number.NaN;
    return [50, 95].map((rank) => ({
      name: `first word of the rules, ${lines} lines, p${rank}`,
      value: at(spent.ours, rank),
      unit: 'ms' as const,
      baseline: { name: 'a list of models', value: at(spent.bare, rank) },
      goal: rank === 50 ? { of: 'value' as const, atMost: 100 } : null,
    }));
  },
};

async function firstBytesMs(url: string, init?: RequestInit): Promise<number> {
  const startedAt = nowMs();
  const response = await fetch(url, init);
  const reader = response.body?.getReader();
  await reader?.read();
  const ms = nowMs() - startedAt;
  await reader?.cancel();
  return ms;
}

function requestAbout(round: number): string {
  const topics = ['launch', 'budget', 'office', 'hiring', 'website', 'training', 'security', 'travel'];
  const topicOf = (i: number) => topics[i % topics.length] ?? '';
  const said = Array.from({ length: lines }, (_, i) => ({
    epoch: 1,
    seq: round + i + 1,
    atMs: (round + i) * 6_000,
    speaker: i % 2 === 0 ? 'Ana Ruiz' : 'Ben Carter',
    text: `We decided that the ${topicOf(round + i)} is number ${round + i} on our list for the next month.`,
  }));
  const brief: AssistantBrief = {
    v: 1,
    persona: 'Nova',
    meetingTitle: 'Bench',
    now: '2026-03-03T09:00:00+01:00',
    timeZone: 'Europe/Berlin',
    people: [{ name: 'Ana Ruiz', present: true }],
    asker: 'Ana Ruiz',
    request: 'question',
    audience: 'all',
    spoken: true,
    openTasks: [],
  };
  return JSON.stringify({
    model: rulesModel,
    stream: true,
    messages: [
      { role: 'system', content: formatMeetingData(brief, said) },
      { role: 'user', content: `What did we decide about the ${topicOf(round)} in round ${round}?` },
    ],
  });
}
