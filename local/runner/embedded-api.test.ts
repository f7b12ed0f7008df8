import { describe, expect, it } from 'vitest';
import type { RunnerEvent } from '../../db/queries/runner-events.ts';
import { createEmbeddedApi } from './embedded-api.ts';

async function call(body: unknown, { path = '/e/key', seed }: { path?: string; seed?: string } = {}) {
  const accepted: RunnerEvent[] = [];
  const api = createEmbeddedApi(async (event) => {
    accepted.push(event);
  });
  const response = await api(`http://runner.invalid${path}`, {
    method: 'POST',
    headers: seed ? { 'x-inngest-event-id-seed': seed } : {},
    body: JSON.stringify(body),
  });
  return { status: response.status, answer: await response.json(), accepted };
}

describe(createEmbeddedApi, () => {
  it('accepts events and answers with their ids in order', async () => {
    const { answer, accepted } = await call([
      { id: 'mine', name: 'a/b', data: { n: 1 }, ts: 1 },
      { name: 'c/d' },
    ]);
    expect(answer).toEqual({ status: 200, ids: ['mine', accepted[1]?.id] });
    expect(accepted).toEqual([
      { id: 'mine', name: 'a/b', data: { n: 1 } },
      { id: expect.stringMatching(/^evt_/), name: 'c/d', data: {} },
    ]);
  });

  it('gives events of one call the same ids when the call is repeated', async () => {
    const idsOf = async (seed: string) =>
      (await call([{ name: 'a/b' }, { name: 'a/b' }], { seed })).accepted.map((event) => event.id);
    const first = await idsOf('1,x');
    expect(await idsOf('1,x')).toEqual(first);
    expect(new Set([...first, ...(await idsOf('2,x'))]).size).toBe(4);
  });

  it('refuses what it would have to ignore, and accepts nothing of that call', async () => {
    const { status, answer, accepted } = await call([{ name: 'a/b' }, { name: 'c/d', v: '2' }]);
    expect(status).toBe(400);
    expect(answer.error).toContain('v');
    expect(accepted).toEqual([]);
  });

  it('has no other part of the API', async () => {
    expect(await call({}, { path: '/v1/signals' })).toMatchObject({
      status: 404,
      answer: { error: 'the embedded runner has no /v1/signals' },
    });
  });
});
