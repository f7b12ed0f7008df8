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
        triggers: [{ event: 'a/b', condition: null }],
        crons: [],
        retries: 2,
        concurrency: null,
        keyedConcurrency: null,
        idempotency: ['data', 'meetingId'],
      },
    ]);
  });

  it('reads conditions of triggers, and times', () => {
    const [read] = readRegistration(
      fn({
        triggers: [
          { event: 'inngest/function.failed', expression: "event.data.function_id == 'parley-f'" },
          { cron: 'TZ=Europe/Berlin 0 9 * * 1-5' },
        ],
      }),
    );
    const left = { path: ['event', 'data', 'function_id'] };
    expect(read).toMatchObject({
      triggers: [
        {
          event: 'inngest/function.failed',
          condition: [[{ left, comparator: '==', right: { literal: 'parley-f' } }]],
        },
      ],
      crons: ['TZ=Europe/Berlin 0 9 * * 1-5'],
    });
  });

  it('reads a limit for all runs beside one for runs of a key', () => {
    const concurrency = [{ limit: 5 }, { limit: 1, key: 'event.data.meetingId' }];
    expect(readRegistration(fn({ concurrency }))[0]).toMatchObject({
      concurrency: 5,
      keyedConcurrency: { limit: 1, path: ['data', 'meetingId'] },
    });
  });

  it.each([5, { limit: 5 }, [{ limit: 5 }]])('reads a plain concurrency: %j', (concurrency) => {
    expect(readRegistration(fn({ concurrency }))[0]?.concurrency).toBe(5);
  });

  it.each([
    ['throttle', { throttle: { limit: 1, period: '1s' } }],
    ['a concurrency key', { concurrency: [{ limit: 1, key: '"all"' }] }],
    [
      'two concurrency keys',
      {
        concurrency: [
          { limit: 1, key: 'event.data.x' },
          { limit: 1, key: 'event.data.y' },
        ],
      },
    ],
    ['concurrency over all functions', { concurrency: { limit: 1, scope: 'account' } }],
    ['cancel', { cancel: [{ event: 'x' }] }],
    ['batchEvents', { batchEvents: { maxSize: 2, timeout: '1s' } }],
    ['debounce', { debounce: { period: '1s' } }],
    ['timeouts', { timeouts: { start: '1s' } }],
    ['cron with seconds', { triggers: [{ cron: '* * * * * *' }] }],
    ['cron that never comes', { triggers: [{ cron: '0 0 30 2 *' }] }],
    ['cron in a zone that does not exist', { triggers: [{ cron: 'TZ=Mars/Base 0 0 * * *' }] }],
    ['jitter', { triggers: [{ cron: '* * * * *', jitter: '5s' }] }],
    ['condition', { triggers: [{ event: 'a/b', expression: 'size(event.data.x) > 1' }] }],
    ['idempotency expression', { idempotency: 'event.data.a + event.data.b' }],
  ])('refuses %s with a sentence that names the function', (_name, over) => {
    expect(() => readRegistration(fn(over))).toThrow(/^parley-f: the embedded runner does not support /);
  });
});
