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
  it('fails a run that uses what the runner does not support, and says what', async () => {
    await using database = await createTestDatabase();
    await using runner = await startTestRunner(database, (inngest) => [
      inngest.createFunction(
        { id: 'waits', retries: 5, triggers: [{ event: 'test/asked' }] },
        async ({ step }) =>
          step.waitForSignal('approval', { signal: 'approved', timeout: '1h', onConflict: 'fail' }),
      ),
    ]);

    await runner.send(event());

    expect((await settledRuns(database, 1))[0]).toMatchObject({
      status: 'failed',
      error: { message: 'The embedded runner does not support WaitForSignal (step "approval").' },
    });
  });
});

describe('parallel steps', () => {
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
            triggers: [{ event: 'test/asked', if: 'size(event.data.n) > 1' }],
            debounce: { period: '1s' },
            concurrency: { limit: 1, key: '"all"' },
          },
          async () => undefined,
        ),
        inngest.createFunction(
          { id: 'timely', retries: 0, triggers: [{ cron: '61 * * * *' }] },
          async () => undefined,
        ),
      ]),
    ).rejects.toThrow(
      [
        'test-fancy: the embedded runner does not support debounce; use a real Inngest (INNGEST_*)',
        'test-fancy: the embedded runner does not support the trigger condition "size(event.data.n) > 1"; use a real Inngest (INNGEST_*)',
        'test-fancy: the embedded runner does not support the concurrency {"limit":1,"key":"\\"all\\""}; use a real Inngest (INNGEST_*)',
        'test-timely: the embedded runner does not support the cron trigger "61 * * * *"; use a real Inngest (INNGEST_*)',
      ].join('\n'),
    );
  });
});
