import { describe, expect, it } from 'vitest';
import { readRegistration } from './registration.ts';

const fn = (over: object = {}) => ({
  functions: [
    {
      id: 'parley-f',
      name: 'f',
      triggers: [{ event: 'a/b' }],
      steps: { step: { id: 'step', retries: { attempts: 2 } } },
      ...over,
    },
  ],
});

describe(readRegistration, () => {
  it('reads triggers, retries and the idempotency path', () => {
    expect(readRegistration(fn({ idempotency: 'event.data.meetingId' }))).toEqual([
      {
        id: 'parley-f',
        triggers: [{ event: 'a/b', failureOf: null }],
        retries: 2,
        concurrency: null,
        idempotency: ['data', 'meetingId'],
      },
    ]);
  });

  it('knows the function that runs when another has failed', () => {
    const expression = "event.data.function_id == 'parley-f'";
    expect(
      readRegistration(fn({ triggers: [{ event: 'inngest/function.failed', expression }] }))[0]?.triggers,
    ).toEqual([{ event: 'inngest/function.failed', failureOf: 'parley-f' }]);
  });

  it.each([5, { limit: 5 }, [{ limit: 5 }]])('reads a plain concurrency: %j', (concurrency) => {
    expect(readRegistration(fn({ concurrency }))[0]?.concurrency).toBe(5);
  });

  it.each([
    ['throttle', { throttle: { limit: 1, period: '1s' } }],
    ['concurrency', { concurrency: [{ limit: 1, key: 'event.data.x' }] }],
    ['concurrency over all functions', { concurrency: { limit: 1, scope: 'account' } }],
    ['cancel', { cancel: [{ event: 'x' }] }],
    ['batchEvents', { batchEvents: { maxSize: 2, timeout: '1s' } }],
    ['debounce', { debounce: { period: '1s' } }],
    ['timeouts', { timeouts: { start: '1s' } }],
    ['cron', { triggers: [{ cron: '* * * * *' }] }],
    ['condition', { triggers: [{ event: 'a/b', expression: 'event.data.x > 1' }] }],
    ['idempotency expression', { idempotency: 'event.data.a + event.data.b' }],
  ])('refuses %s with a sentence that names the function', (_name, over) => {
    expect(() => readRegistration(fn(over))).toThrow(/^parley-f: the embedded runner does not support /);
  });
});
