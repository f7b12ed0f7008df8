import { describe, expect, it } from 'vitest';
import { readAnswer, readSleep } from './answer.ts';

describe(readSleep, () => {
  it('reads durations and dates', () => {
    expect(readSleep('2s', 0)).toBe(2_000);
    expect(readSleep('1h30m', 10)).toBe(5_400_010);
    expect(readSleep('', 10)).toBe(10);
    expect(readSleep('2026-11-21T00:00:00.000Z', 0)).toBe(Date.UTC(2026, 10, 21));
  });

  it('refuses what it does not understand', () => {
    expect(() => readSleep('soon', 0)).toThrow('not understood');
  });
});

describe(readAnswer, () => {
  it('tells a failure that may be repeated from one that may not, and when', async () => {
    const failure = (headers: Record<string, string>) =>
      readAnswer(new Response('{"message":"no"}', { status: 500, headers }), 0);
    expect(await failure({ 'retry-after': '5' })).toMatchObject({ retriable: true, retryAfterMs: 5_000 });
    expect(await failure({ 'x-inngest-no-retry': 'true' })).toMatchObject({ retriable: false });
  });

  it('keeps the wait that a failed step asked for, in seconds or as a date', async () => {
    const body = JSON.stringify([{ id: 'x', op: 'StepError', name: 'call', error: { message: 'busy' } }]);
    const read = (after: string) =>
      readAnswer(new Response(body, { status: 206, headers: { 'retry-after': after } }), 1_000);
    expect(await read('7')).toMatchObject({ operations: [{ kind: 'retry' }], retryAfterMs: 7_000 });
    expect(await read('1970-01-01T00:00:03Z')).toMatchObject({ retryAfterMs: 2_000 });
    expect(await read('1970-01-01T00:00:00Z')).toMatchObject({ retryAfterMs: 0 });
  });

  const readOperation = (operation: object) =>
    readAnswer(
      new Response(JSON.stringify([{ id: 'x', displayName: 'call', ...operation }]), { status: 206 }),
      0,
    );

  it('names operations that it does not know', async () => {
    expect(await readOperation({ op: 'AiGateway' })).toMatchObject({
      operations: [{ kind: 'unsupported', op: 'AiGateway', name: 'call' }],
    });
  });

  it('reads what ends a wait, and refuses a condition that it does not understand', async () => {
    const wait = (condition: string) =>
      readOperation({ op: 'WaitForEvent', name: 'a/b', opts: { timeout: '2m', if: condition } });
    const condition = 'event.data.id == async.data.id';
    expect(await wait(condition)).toMatchObject({
      operations: [{ kind: 'wait', event: 'a/b', condition, untilMs: 120_000 }],
    });
    expect(await wait('async.data.list.exists(x, x > 1)')).toMatchObject({
      operations: [{ kind: 'unsupported', op: 'the condition "async.data.list.exists(x, x > 1)"' }],
    });
  });

  it('reads which function is invoked, for a year unless it says otherwise', async () => {
    const opts = { function_id: 'parley-f', payload: { data: { n: 1 } } };
    expect(await readOperation({ op: 'InvokeFunction', opts })).toMatchObject({
      operations: [{ kind: 'invoke', functionId: 'parley-f', data: { n: 1 }, untilMs: 366 * 86_400_000 }],
    });
    expect(await readOperation({ op: 'InvokeFunction', opts: { ...opts, timeout: '5s' } })).toMatchObject({
      operations: [{ untilMs: 5_000 }],
    });
  });
});
