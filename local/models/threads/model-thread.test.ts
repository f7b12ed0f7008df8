import { describe, expect, it } from 'vitest';
import { createLogger } from '../../../lib/logger.ts';
import { createModelThread } from './model-thread.ts';

const logger = createLogger('test', 'silent');
const entry = new URL('testing/number-thread.ts', import.meta.url);
const never = new AbortController().signal;

function openThread(workerData = 'works') {
  return createModelThread<number, number>({ name: 'number', entry, workerData, logger });
}

describe(createModelThread, () => {
  it('starts with the first job, answers, and fails one job without failing the next', async () => {
    await using thread = openThread();
    expect(thread.ready).toBe(false);
    const answers = await Promise.allSettled(
      [4, 5, 6].map((n) => thread.run(n, { caller: 'a', signal: never })),
    );
    expect(answers).toMatchObject([
      { value: 2 },
      { reason: { code: 'internal', message: 'The model could not do this: 5 is odd.' } },
      { value: 3 },
    ]);
    expect(thread.ready).toBe(true);
  });

  it('serves callers in turns', async () => {
    await using thread = openThread();
    const done: string[] = [];
    const run = (caller: string) => thread.run(2, { caller, signal: never }).then(() => done.push(caller));
    await Promise.all(['a', 'a', 'a', 'b'].map(run));
    expect(done).toEqual(['a', 'b', 'a', 'a']);
  });

  it('drops what a caller who has left still had waiting', async () => {
    await using thread = openThread();
    const gone = new AbortController();
    const first = thread.run(2, { caller: 'a', signal: never });
    const left = thread.run(4, { caller: 'b', signal: gone.signal });
    expect(thread.waiting).toBe(2);
    gone.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    expect(thread.waiting).toBe(1);
    expect(await first).toBe(1);
  });

  it('tells those who wait when the thread dies, and works again with the next job', async () => {
    await using thread = openThread();
    const killed = thread.run(0, { caller: 'a', signal: never });
    await expect(killed).rejects.toMatchObject({ code: 'unavailable', retryable: true });
    expect(await thread.run(8, { caller: 'a', signal: never })).toBe(4);
  });

  it('rejects everyone when the models cannot be loaded, and does not try for ever', async () => {
    await using thread = openThread('broken');
    const jobs = [thread.start(), thread.run(2, { caller: 'a', signal: never })];
    for (const job of await Promise.allSettled(jobs)) {
      expect(job).toMatchObject({ reason: { code: 'unavailable' } });
    }
    expect(thread.waiting).toBe(0);
  });

  it('answers what is under way and rejects what waits when it is disposed', async () => {
    const thread = openThread();
    const settled = Promise.allSettled([2, 4].map((n) => thread.run(n, { caller: 'a', signal: never })));
    await thread.start();
    // One turn of the event loop, so that the first job has begun.
    await new Promise(setImmediate);
    await thread[Symbol.asyncDispose]();
    expect(await settled).toMatchObject([{ value: 1 }, { reason: { code: 'unavailable' } }]);
    expect(thread.ready).toBe(false);
    await expect(thread.run(2, { caller: 'a', signal: never })).rejects.toMatchObject({
      code: 'unavailable',
    });
  });

  it('can be disposed before it was started and while it loads', async () => {
    await openThread()[Symbol.asyncDispose]();
    const thread = openThread();
    const waiting = thread.run(2, { caller: 'a', signal: never });
    const rejected = expect(waiting).rejects.toMatchObject({ code: 'unavailable' });
    await thread[Symbol.asyncDispose]();
    await rejected;
    expect(thread.ready).toBe(false);
  });
});
