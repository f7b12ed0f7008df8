/** What functions rely on, wherever they run: on the embedded runner and on a real Inngest. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Inngest, type InngestFunction, NonRetriableError, RetryAfterError } from 'inngest';
import { describe, expect, it, vi } from 'vitest';
import { createId } from '../../../lib/ids.ts';

interface SentEvent {
  id?: string;
  name: string;
  data: Record<string, unknown>;
}

export interface Engine extends AsyncDisposable {
  send(event: SentEvent): Promise<unknown>;
}

export type StartEngine = (define: (inngest: Inngest) => InngestFunction.Like[]) => Promise<Engine>;

/** `patienceMs`: how long a run may take, tries included. */
export function describeEngine(
  title: string,
  start: StartEngine,
  { patienceMs }: { patienceMs: number },
): void {
  const until = (check: () => void) => vi.waitFor(check, { timeout: patienceMs, interval: 20 });
  /** Names that no earlier test has used: a real Inngest remembers everything. */
  const unique = (name: string) => `${name}-${createId('evt').slice(4).toLowerCase()}`;
  const test = (name: string, body: () => Promise<void>) => it(name, body, 2 * patienceMs);

  describe(title, () => {
    test('calls steps once each, in order, with the event and earlier results', async () => {
      const asked = unique('asked');
      const calls: unknown[] = [];
      await using engine = await start((inngest) => [
        inngest.createFunction(
          { id: 'add', retries: 0, triggers: [{ event: asked }] },
          async ({ event, step }) => {
            const one = await step.run('first', () => calls.push(['first', event.data.n]));
            const two = await step.run('second', () => calls.push(['second', one]));
            await step.run('first', () => calls.push(['first again', two]));
          },
        ),
      ]);
      await engine.send({ name: asked, data: { n: 1 } });
      await until(() => expect(calls).toHaveLength(3));
      expect(calls).toEqual([
        ['first', 1],
        ['second', 1],
        ['first again', 2],
      ]);
    });

    test('tries a failed step again, counts its tries, and does not repeat a finished one', async () => {
      const asked = unique('asked');
      const calls = { first: 0, second: 0, done: 0 };
      const attempts: number[] = [];
      await using engine = await start((inngest) => [
        inngest.createFunction(
          { id: 'flaky', retries: 3, triggers: [{ event: asked }] },
          async ({ step, attempt }) => {
            await step.run('first', () => {
              calls.first += 1;
              if (calls.first === 1) throw new Error('once');
            });
            await step.run('second', () => {
              attempts.push(attempt);
              calls.second += 1;
              if (calls.second < 3) throw new Error('not yet');
            });
            await step.run('done', () => {
              calls.done += 1;
            });
          },
        ),
      ]);
      await engine.send({ name: asked, data: {} });
      await until(() => expect(calls.done).toBe(1));
      expect(calls).toEqual({ first: 2, second: 3, done: 1 });
      expect(attempts).toEqual([0, 1, 2]);
    });

    test('tells the function of a step that failed for good, which may go on without it', async () => {
      const asked = unique('asked');
      const notes: string[] = [];
      await using engine = await start((inngest) => [
        inngest.createFunction(
          { id: 'careful', retries: 1, triggers: [{ event: asked }] },
          async ({ step }) => {
            const text = await step
              .run('break', () => {
                notes.push('tried');
                throw new Error('broken');
              })
              .catch((error: Error) => `went on after: ${error.message}`);
            await step.run('after', () => notes.push(String(text)));
          },
        ),
      ]);
      await engine.send({ name: asked, data: {} });
      await until(() => expect(notes).toHaveLength(3));
      expect(notes).toEqual(['tried', 'tried', 'went on after: broken']);
    });

    test('does not try again what cannot succeed, and calls onFailure once with the error and the event', async () => {
      const asked = unique('asked');
      let calls = 0;
      const failures: unknown[] = [];
      await using engine = await start((inngest) => [
        inngest.createFunction(
          {
            id: 'hopeless',
            retries: 5,
            triggers: [{ event: asked }],
            onFailure: async ({ error, event, step }) => {
              await step.run('tell', () => failures.push([error.message, event.data.event.data]));
            },
          },
          async ({ step }) =>
            step.run('only', () => {
              calls += 1;
              throw new NonRetriableError('never');
            }),
        ),
        inngest.createFunction(
          { id: 'fine', retries: 0, triggers: [{ event: asked }], onFailure: () => failures.push('no') },
          async () => 'fine',
        ),
      ]);
      await engine.send({ name: asked, data: { n: 1 } });
      await until(() => expect(failures).toHaveLength(1));
      await sleep(300);
      expect(failures).toEqual([['never', { n: 1 }]]);
      expect(calls).toBe(1);
    });

    test('waits as long as a RetryAfterError asks', async () => {
      const asked = unique('asked');
      const at: number[] = [];
      await using engine = await start((inngest) => [
        inngest.createFunction({ id: 'polite', retries: 2, triggers: [{ event: asked }] }, async ({ step }) =>
          step.run('only', () => {
            at.push(performance.now());
            if (at.length === 1) throw new RetryAfterError('busy', 1_000);
          }),
        ),
      ]);
      await engine.send({ name: asked, data: {} });
      await until(() => expect(at).toHaveLength(2));
      expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(990);
    });

    test('sleeps for a time, and not until a moment that has passed', async () => {
      const asked = unique('asked');
      const at: number[] = [];
      await using engine = await start((inngest) => [
        inngest.createFunction(
          { id: 'sleepy', retries: 0, triggers: [{ event: asked }] },
          async ({ step }) => {
            await step.run('before', () => at.push(Date.now()));
            await step.sleep('a while', '1s');
            await step.run('between', () => at.push(Date.now()));
            await step.sleepUntil('long past', new Date(0));
            await step.run('after', () => at.push(Date.now()));
          },
        ),
      ]);
      await engine.send({ name: asked, data: {} });
      await until(() => expect(at).toHaveLength(3));
      const [before = 0, between = 0, after = 0] = at;
      expect(between - before).toBeGreaterThanOrEqual(1_000);
      expect(after - between).toBeLessThan(1_000);
    });

    test('runs parallel steps at the same time, each with tries of its own', async () => {
      const asked = unique('asked');
      const calls: Record<string, number> = {};
      let together = 0;
      let most = 0;
      let results: string[] = [];
      const work = async (name: string, failures: number) => {
        calls[name] = (calls[name] ?? 0) + 1;
        together += 1;
        most = Math.max(most, together);
        await sleep(200);
        together -= 1;
        if ((calls[name] ?? 0) <= failures) throw new Error(`${name} fails`);
        return name;
      };
      await using engine = await start((inngest) => [
        inngest.createFunction({ id: 'wide', retries: 2, triggers: [{ event: asked }] }, async ({ step }) => {
          const all = await Promise.all([
            step.run('a', () => work('a', 0)),
            step.run('b', () => work('b', 1)).then((b) => step.run('after b', () => work(`after ${b}`, 0))),
            step.sleep('nap', '1s').then(() => 'slept'),
          ]);
          await step.run('last', () => {
            results = all;
          });
        }),
      ]);
      await engine.send({ name: asked, data: {} });
      await until(() => expect(results).toEqual(['a', 'after b', 'slept']));
      expect(calls).toEqual({ a: 1, b: 2, 'after b': 1 });
      expect(most).toBe(2);
    });

    test('starts every function whose event and condition match, also by events of a step', async () => {
      const [asked, told] = [unique('asked'), unique('told')];
      const heard: string[] = [];
      await using engine = await start((inngest) => [
        inngest.createFunction(
          { id: 'teller', retries: 0, triggers: [{ event: asked }] },
          async ({ step }) => {
            await step.sendEvent('tell', [
              { name: told, data: { n: 1 } },
              { name: told, data: { n: 5 } },
            ]);
          },
        ),
        inngest.createFunction(
          { id: 'any', retries: 0, triggers: [{ event: asked }, { event: told }] },
          async ({ event, step }) => {
            await step.run('note', () => heard.push(`any:${event.data.n}`));
          },
        ),
        inngest.createFunction(
          { id: 'large', retries: 0, triggers: [{ event: told, if: 'event.data.n > 3' }] },
          async ({ event, step }) => {
            await step.run('note', () => heard.push(`large:${event.data.n}`));
          },
        ),
      ]);
      await engine.send({ name: asked, data: { n: 0 } });
      await until(() => expect(heard).toHaveLength(4));
      expect(heard.sort()).toEqual(['any:0', 'any:1', 'any:5', 'large:5']);
    });

    test('starts nothing by a known event id or a known idempotency value', async () => {
      const [asked, id] = [unique('asked'), unique('id')];
      const seen: string[] = [];
      await using engine = await start((inngest) => [
        inngest.createFunction(
          { id: 'by-id', retries: 0, triggers: [{ event: asked }] },
          async ({ event, step }) => {
            await step.run('note', () => seen.push(`id ${event.data.label}`));
          },
        ),
        inngest.createFunction(
          { id: 'by-key', retries: 0, idempotency: 'event.data.n', triggers: [{ event: asked }] },
          async ({ event, step }) => {
            await step.run('note', () => seen.push(`key ${event.data.label}`));
          },
        ),
      ]);
      await engine.send({ id, name: asked, data: { n: 1, label: 'first' } });
      await until(() => expect(seen).toHaveLength(2));
      await engine.send({ id, name: asked, data: { n: 2, label: 'same id' } });
      await engine.send({ name: asked, data: { n: 1, label: 'same key' } });
      await engine.send({ name: asked, data: { n: 3, label: 'new' } });
      await until(() => expect(seen).toHaveLength(5));
      await sleep(300);
      expect(seen.sort()).toEqual(['id first', 'id new', 'id same key', 'key first', 'key new']);
    });

    test('goes on with the event that a step waited for, and with no other', async () => {
      const [asked, approved] = [unique('asked'), unique('approved')];
      const heard: unknown[] = [];
      let waiting = false;
      await using engine = await start((inngest) => [
        inngest.createFunction(
          { id: 'patient', retries: 0, triggers: [{ event: asked }] },
          async ({ step }) => {
            await step.run('ready', () => {
              waiting = true;
            });
            const [matched, chosen] = await Promise.all([
              step.waitForEvent('matched', { event: approved, match: 'data.id', timeout: '1h' }),
              step.waitForEvent('chosen', {
                event: approved,
                if: 'async.data.by == "Ben" && async.data.n >= 3',
                timeout: '1h',
              }),
            ]);
            await step.run('note', () => heard.push(matched?.data, chosen?.data));
          },
        ),
      ]);
      await engine.send({ name: asked, data: { id: 'x' } });
      await until(() => expect(waiting).toBe(true));
      await sleep(1_000);
      for (const data of [
        { id: 'y', by: 'Ben', n: 1 },
        { id: 'x', by: 'Ana', n: 2 },
        { id: 'z', by: 'Ben', n: 3 },
        { id: 'x', by: 'Ben', n: 4 },
      ]) {
        await engine.send({ name: approved, data });
        await sleep(100);
      }
      await until(() => expect(heard).toHaveLength(2));
      expect(heard).toEqual([
        { id: 'x', by: 'Ana', n: 2 },
        { id: 'z', by: 'Ben', n: 3 },
      ]);
    });

    test('goes on with nothing when the time of a wait is over', async () => {
      const asked = unique('asked');
      const heard: unknown[] = [];
      await using engine = await start((inngest) => [
        inngest.createFunction(
          { id: 'hasty', retries: 0, triggers: [{ event: asked }] },
          async ({ step }) => {
            const event = await step.waitForEvent('answer', { event: unique('never'), timeout: '1s' });
            await step.run('note', () => heard.push(event));
          },
        ),
      ]);
      await engine.send({ name: asked, data: {} });
      await until(() => expect(heard).toEqual([null]));
    });

    test('invokes another function, and has its result or its failure', async () => {
      const asked = unique('asked');
      const heard: unknown[] = [];
      await using engine = await start((inngest) => {
        const square = inngest.createFunction(
          { id: 'square', retries: 0, triggers: [] },
          async ({ event, step }) => {
            const n: unknown = Reflect.get(event.data, 'n');
            if (typeof n !== 'number') throw new NonRetriableError('not a number');
            await step.sleep('think', '1s');
            return step.run('square', () => n * n);
          },
        );
        return [
          square,
          inngest.createFunction(
            { id: 'asker', retries: 0, triggers: [{ event: asked }] },
            async ({ step }) => {
              const result = await step.invoke('good', { function: square, data: { n: 7 } });
              const failure = await step
                .invoke('bad', { function: square, data: { n: 'seven' } })
                .catch((error: Error) => error.message);
              await step.run('note', () => heard.push(result, failure));
            },
          ),
        ];
      });
      await engine.send({ name: asked, data: {} });
      await until(() => expect(heard).toHaveLength(2));
      expect(heard).toEqual([49, expect.stringContaining('not a number')]);
    });

    test('keeps the limits of concurrency: over all runs, and among those of a key', async () => {
      const asked = unique('asked');
      const now = new Map<string, number>();
      const most = new Map<string, number>();
      const change = (key: string, by: number) => {
        now.set(key, (now.get(key) ?? 0) + by);
        most.set(key, Math.max(most.get(key) ?? 0, now.get(key) ?? 0));
      };
      let done = 0;
      await using engine = await start((inngest) => [
        inngest.createFunction(
          {
            id: 'narrow',
            retries: 0,
            concurrency: [{ limit: 2 }, { limit: 1, key: 'event.data.key' }],
            triggers: [{ event: asked }],
          },
          async ({ event, step }) => {
            await step.run('work', async () => {
              for (const key of ['all', event.data.key]) change(key, 1);
              await sleep(150);
              for (const key of ['all', event.data.key]) change(key, -1);
              done += 1;
            });
          },
        ),
      ]);
      for (const key of ['a', 'a', 'a', 'b', 'b', 'c']) await engine.send({ name: asked, data: { key } });
      await until(() => expect(done).toBe(6));
      expect(Object.fromEntries(most)).toEqual({ all: 2, a: 1, b: 1, c: 1 });
    });
  });
}
