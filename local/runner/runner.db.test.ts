import { NonRetriableError, RetryAfterError } from 'inngest';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '../testing/test-database.ts';
import { settledRuns } from './testing/settled-runs.ts';
import { listRuns, startTestRunner } from './testing/test-runner.ts';

const event = (over: Partial<{ id: string; name: string; data: Record<string, unknown> }> = {}) => ({
  id: 'evt-1',
  name: 'test/asked',
  data: { n: 1 },
  ...over,
});

describe('one run', () => {
  it('calls steps once each, in order, with the event and earlier results', async () => {
    await using database = await createTestDatabase();
    const calls: unknown[] = [];
    await using runner = await startTestRunner(database, (inngest) => [
      inngest.createFunction(
        { id: 'add', retries: 0, triggers: [{ event: 'test/asked' }] },
        async ({ event, step, runId }) => {
          const one = await step.run('first', () => calls.push(['first', event.data.n, event.id]));
          const two = await step.run('second', () => calls.push(['second', one]));
          const unnamed = await step.run('first', () => calls.push(['first again', two]));
          return { one, two, unnamed, hasRunId: runId.length > 0, ts: typeof event.ts };
        },
      ),
    ]);

    await runner.send(event());

    expect((await settledRuns(database, 1))[0]).toMatchObject({
      function_id: 'test-add',
      status: 'completed',
      output: { one: 1, two: 2, unnamed: 3, hasRunId: true, ts: 'number' },
    });
    expect(calls).toEqual([
      ['first', 1, 'evt-1'],
      ['second', 1],
      ['first again', 2],
    ]);
  });

  it('keeps results that Postgres cannot hold as jsonb: NUL, a lone surrogate, undefined', async () => {
    await using database = await createTestDatabase();
    await using runner = await startTestRunner(database, (inngest) => [
      inngest.createFunction(
        { id: 'odd', retries: 0, triggers: [{ event: 'test/asked' }] },
        async ({ event, step }) => {
          const odd = await step.run('odd', () => 'a\0b\ud800c');
          const nothing = await step.run('nothing', () => undefined);
          return [odd, nothing, event.data.text, odd === 'a\0b\ud800c'];
        },
      ),
    ]);

    await runner.send(event({ data: { text: 'x\0y' } }));

    const [run] = await settledRuns(database, 1);
    expect(run).toMatchObject({ status: 'completed', output: ['a\0b\ud800c', null, 'x\0y', true] });
  });

  it('fails when a step returns more than Inngest would take', async () => {
    await using database = await createTestDatabase();
    await using runner = await startTestRunner(database, (inngest) => [
      inngest.createFunction(
        { id: 'big', retries: 3, triggers: [{ event: 'test/asked' }] },
        async ({ step }) => step.run('big', () => 'x'.repeat(4_300_000)),
      ),
    ]);

    await runner.send(event());

    expect((await settledRuns(database, 1))[0]).toMatchObject({
      status: 'failed',
      error: { message: expect.stringMatching(/^A step may return 4 MiB at most/) },
    });
  });
});

describe('failures', () => {
  it('tries a failed step again and does not repeat the finished one', async () => {
    await using database = await createTestDatabase();
    const calls = { first: 0, second: 0 };
    const attempts: number[] = [];
    await using runner = await startTestRunner(database, (inngest) => [
      inngest.createFunction(
        { id: 'flaky', retries: 3, triggers: [{ event: 'test/asked' }] },
        async ({ step, attempt }) => {
          await step.run('first', () => {
            calls.first += 1;
          });
          return step.run('second', () => {
            attempts.push(attempt);
            calls.second += 1;
            if (calls.second < 3) throw new Error('not yet');
            return 'at last';
          });
        },
      ),
    ]);

    await runner.send(event());

    expect((await settledRuns(database, 1))[0]).toMatchObject({ status: 'completed', output: 'at last' });
    expect(calls).toEqual({ first: 1, second: 3 });
    expect(attempts).toEqual([0, 1, 2]);
  });

  it('counts tries for each step anew', async () => {
    await using database = await createTestDatabase();
    const calls = { first: 0, second: 0 };
    await using runner = await startTestRunner(database, (inngest) => [
      inngest.createFunction(
        { id: 'flaky', retries: 1, triggers: [{ event: 'test/asked' }] },
        async ({ step }) => {
          for (const name of ['first', 'second'] as const) {
            await step.run(name, () => {
              calls[name] += 1;
              if (calls[name] === 1) throw new Error('once');
            });
          }
          return 'done';
        },
      ),
    ]);

    await runner.send(event());

    expect((await settledRuns(database, 1))[0]).toMatchObject({ status: 'completed' });
    expect(calls).toEqual({ first: 2, second: 2 });
  });

  it('tells the function of a step that failed for good, which may go on without it', async () => {
    await using database = await createTestDatabase();
    let calls = 0;
    await using runner = await startTestRunner(database, (inngest) => [
      inngest.createFunction(
        { id: 'careful', retries: 1, triggers: [{ event: 'test/asked' }] },
        async ({ step }) => {
          const text = await step
            .run('break', () => {
              calls += 1;
              throw new Error('broken');
            })
            .catch((error: Error) => `went on after: ${error.message}`);
          return step.run('after', () => text);
        },
      ),
    ]);

    await runner.send(event());

    expect((await settledRuns(database, 1))[0]).toMatchObject({
      status: 'completed',
      output: 'went on after: broken',
    });
    expect(calls).toBe(2);
  });

  it('does not try again what cannot succeed', async () => {
    await using database = await createTestDatabase();
    let calls = 0;
    await using runner = await startTestRunner(database, (inngest) => [
      inngest.createFunction(
        { id: 'hopeless', retries: 5, triggers: [{ event: 'test/asked' }] },
        async ({ step }) =>
          step.run('only', () => {
            calls += 1;
            throw new NonRetriableError('never');
          }),
      ),
    ]);

    await runner.send(event());

    expect((await settledRuns(database, 1))[0]).toMatchObject({
      status: 'failed',
      error: { message: 'never' },
    });
    expect(calls).toBe(1);
  });

  it('waits as long as a RetryAfterError asks', async () => {
    await using database = await createTestDatabase();
    const at: number[] = [];
    await using runner = await startTestRunner(database, (inngest) => [
      inngest.createFunction(
        { id: 'polite', retries: 2, triggers: [{ event: 'test/asked' }] },
        async ({ step }) =>
          step.run('only', () => {
            at.push(performance.now());
            if (at.length === 1) throw new RetryAfterError('busy', 1_000);
          }),
      ),
    ]);

    await runner.send(event());

    expect((await settledRuns(database, 1))[0]?.status).toBe('completed');
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(1_000);
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeLessThan(2_500);
  });

  it('calls onFailure with the error and the event, once', async () => {
    await using database = await createTestDatabase();
    const failures: unknown[] = [];
    await using runner = await startTestRunner(database, (inngest) => [
      inngest.createFunction(
        {
          id: 'doomed',
          retries: 1,
          triggers: [{ event: 'test/asked' }],
          onFailure: async ({ error, event, step }) => {
            await step.run('tell', () => failures.push([error.message, event.data.event.data]));
          },
        },
        async () => {
          throw new Error('outside of any step');
        },
      ),
      inngest.createFunction(
        { id: 'fine', retries: 0, triggers: [{ event: 'test/asked' }], onFailure: () => failures.push('no') },
        async () => 'fine',
      ),
    ]);

    await runner.send(event());

    const runs = await settledRuns(database, 3);
    expect(runs.map((run) => [run.function_id, run.status]).sort()).toEqual([
      ['test-doomed', 'failed'],
      ['test-doomed-failure', 'completed'],
      ['test-fine', 'completed'],
    ]);
    expect(failures).toEqual([['outside of any step', { n: 1 }]]);
  });

  it('fails a run that uses what the runner does not support, and says what', async () => {
    await using database = await createTestDatabase();
    await using runner = await startTestRunner(database, (inngest) => [
      inngest.createFunction(
        { id: 'waits', retries: 5, triggers: [{ event: 'test/asked' }] },
        async ({ step }) => step.waitForEvent('approval', { event: 'test/approved', timeout: '1h' }),
      ),
    ]);

    await runner.send(event());

    expect((await settledRuns(database, 1))[0]).toMatchObject({
      status: 'failed',
      error: { message: 'The embedded runner does not support WaitForEvent (step "approval").' },
    });
  });
});

describe('sleep', () => {
  it('gives the run back and goes on when the time has come', async () => {
    await using database = await createTestDatabase();
    const at: number[] = [];
    await using runner = await startTestRunner(database, (inngest) => [
      inngest.createFunction(
        { id: 'sleepy', retries: 0, triggers: [{ event: 'test/asked' }] },
        async ({ step }) => {
          await step.run('before', () => at.push(Date.now()));
          await step.sleep('a while', '1s');
          await step.run('between', () => at.push(Date.now()));
          await step.sleepUntil('long past', new Date(0));
          await step.run('after', () => at.push(Date.now()));
          return at.length;
        },
      ),
    ]);

    await runner.send(event());

    expect((await settledRuns(database, 1))[0]).toMatchObject({ status: 'completed', output: 3 });
    const [before = 0, between = 0, after = 0] = at;
    expect(between - before).toBeGreaterThanOrEqual(1_000);
    expect(between - before).toBeLessThan(2_000);
    expect(after - between).toBeLessThan(1_000);
  });
});

describe('parallel steps', () => {
  it('run at the same time, each with tries of its own', async () => {
    await using database = await createTestDatabase();
    const calls: Record<string, number> = {};
    let together = 0;
    let most = 0;
    const work = async (name: string, failures: number) => {
      calls[name] = (calls[name] ?? 0) + 1;
      together += 1;
      most = Math.max(most, together);
      await new Promise((resolve) => setTimeout(resolve, 50));
      together -= 1;
      if ((calls[name] ?? 0) <= failures) throw new Error(`${name} fails`);
      return name;
    };
    await using runner = await startTestRunner(database, (inngest) => [
      inngest.createFunction(
        { id: 'wide', retries: 2, triggers: [{ event: 'test/asked' }] },
        async ({ step }) => {
          const results = await Promise.all([
            step.run('a', () => work('a', 0)),
            step.run('b', () => work('b', 2)).then((b) => step.run('after b', () => work(`after ${b}`, 0))),
            step.run('c', () => work('c', 1)),
            step.sleep('nap', '1s').then(() => 'slept'),
          ]);
          return [...results, await step.run('last', () => work('last', 0))];
        },
      ),
    ]);

    await runner.send(event());

    expect((await settledRuns(database, 1))[0]).toMatchObject({
      status: 'completed',
      output: ['a', 'after b', 'c', 'slept', 'last'],
    });
    expect(calls).toEqual({ a: 1, b: 3, c: 2, 'after b': 1, last: 1 });
    expect(most).toBe(3);
  });

  it('fail the run when one of them fails for good', async () => {
    await using database = await createTestDatabase();
    await using runner = await startTestRunner(database, (inngest) => [
      inngest.createFunction(
        { id: 'wide', retries: 0, triggers: [{ event: 'test/asked' }] },
        async ({ step }) =>
          Promise.all([
            step.run('good', () => 'good'),
            step.run('bad', () => {
              throw new Error('bad one');
            }),
          ]),
      ),
    ]);

    await runner.send(event());

    expect((await settledRuns(database, 1))[0]).toMatchObject({
      status: 'failed',
      error: { message: 'bad one' },
    });
  });
});

describe('events', () => {
  it('start every function that listens, and those that a function sends start more', async () => {
    await using database = await createTestDatabase();
    const heard: unknown[] = [];
    await using runner = await startTestRunner(database, (inngest) => [
      inngest.createFunction(
        { id: 'first', retries: 0, triggers: [{ event: 'test/asked' }] },
        async ({ step }) => {
          await step.sendEvent('tell', [
            { id: 'told-1', name: 'test/told', data: { by: 'step' } },
            { id: 'told-1', name: 'test/told', data: { by: 'repeat' } },
          ]);
          await step.run('send', () => inngest.send({ name: 'test/told', data: { by: 'send' } }));
        },
      ),
      inngest.createFunction(
        { id: 'second', retries: 0, triggers: [{ event: 'test/told' }] },
        async ({ event }) => heard.push(event.data.by),
      ),
      inngest.createFunction(
        { id: 'both', retries: 0, triggers: [{ event: 'test/asked' }, { event: 'test/told' }] },
        async ({ event }) => heard.push(`both:${event.name}`),
      ),
    ]);

    await runner.send(event());

    await settledRuns(database, 6);
    expect(heard.sort()).toEqual(['both:test/asked', 'both:test/told', 'both:test/told', 'send', 'step']);
  });

  it('with a known id, or a known idempotency value, start nothing', async () => {
    await using database = await createTestDatabase();
    const seen: unknown[] = [];
    await using runner = await startTestRunner(database, (inngest) => [
      inngest.createFunction(
        { id: 'by-id', retries: 0, triggers: [{ event: 'test/asked' }] },
        async ({ event }) => seen.push(['id', event.id]),
      ),
      inngest.createFunction(
        { id: 'by-key', retries: 0, idempotency: 'event.data.n', triggers: [{ event: 'test/asked' }] },
        async ({ event }) => seen.push(['key', event.id]),
      ),
    ]);

    await runner.send(event({ id: 'a' }));
    await Promise.all([runner.send(event({ id: 'a' })), runner.send(event({ id: 'a' }))]);
    await runner.send(event({ id: 'b' }));
    await runner.send(event({ id: 'c', data: { n: '1' } }));
    await runner.send(event({ id: 'd', data: {} }));
    await runner.send(event({ id: 'e', data: {} }));

    await settledRuns(database, 9);
    expect(seen.map(String).sort()).toEqual([
      ...['id,a', 'id,b', 'id,c', 'id,d', 'id,e'],
      ...['key,a', 'key,c', 'key,d', 'key,e'],
    ]);
  });

  it('that nobody listens for are kept and start nothing', async () => {
    await using database = await createTestDatabase();
    await using runner = await startTestRunner(database, () => []);
    await runner.send(event());
    expect(await listRuns(database)).toEqual([]);
  });
});

describe('start', () => {
  it('is refused with a sentence that names the function and the option', async () => {
    await using database = await createTestDatabase();
    await expect(
      startTestRunner(database, (inngest) => [
        inngest.createFunction(
          {
            id: 'fancy',
            retries: 0,
            triggers: [{ event: 'test/asked', if: 'event.data.n > 1' }],
            debounce: { period: '1s' },
            concurrency: { limit: 1, key: 'event.data.n' },
          },
          async () => undefined,
        ),
        inngest.createFunction(
          { id: 'timely', retries: 0, triggers: [{ cron: '* * * * *' }] },
          async () => undefined,
        ),
      ]),
    ).rejects.toThrow(
      [
        'test-fancy: the embedded runner does not support debounce; use a real Inngest (INNGEST_*)',
        'test-fancy: the embedded runner does not support the trigger condition "event.data.n > 1"; use a real Inngest (INNGEST_*)',
        'test-fancy: the embedded runner does not support the concurrency {"limit":1,"key":"event.data.n"}; use a real Inngest (INNGEST_*)',
        'test-timely: the embedded runner does not support the cron trigger "* * * * *"; use a real Inngest (INNGEST_*)',
      ].join('\n'),
    );
  });
});
