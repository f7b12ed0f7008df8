import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFairQueue } from './fair-queue.ts';

function drain<Job>(queue: { take(): Job | undefined }): Job[] {
  const jobs: Job[] = [];
  for (let job = queue.take(); job !== undefined; job = queue.take()) jobs.push(job);
  return jobs;
}

describe(createFairQueue, () => {
  it('lets callers take turns and serves each in the order of its own jobs', () => {
    const queue = createFairQueue<string>();
    for (const job of ['a1', 'a2', 'a3', 'b1', 'c1', 'b2']) queue.add(job.charAt(0), job);
    expect(drain(queue)).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
  });

  it('makes a caller that comes back wait for those who were there before', () => {
    const queue = createFairQueue<string>();
    queue.add('a', 'a1');
    queue.add('b', 'b1');
    expect(queue.take()).toBe('a1');
    queue.add('a', 'a2');
    expect(drain(queue)).toEqual(['b1', 'a2']);
  });

  it('forgets a withdrawn job and says whether it was still waiting', () => {
    const queue = createFairQueue<string>();
    const withdraw = queue.add('a', 'a1');
    queue.add('a', 'a2');
    expect(withdraw()).toBe(true);
    expect(withdraw()).toBe(false);
    expect(queue.size).toBe(1);
    expect(drain(queue)).toEqual(['a2']);
  });

  it('never lets anyone wait for more than one job of each other caller', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 60 }), (callers) => {
        const queue = createFairQueue<{ caller: string }>();
        for (const caller of callers) queue.add(caller, { caller });
        const served = drain(queue).map((job) => job.caller);
        expect(served.length).toBe(callers.length);
        for (const caller of new Set(callers)) {
          const turns = served.flatMap((one, i) => (one === caller ? [i] : []));
          turns.forEach((turn, i) => {
            const between = served.slice((turns[i - 1] ?? -1) + 1, turn);
            expect(new Set(between).size).toBe(between.length);
          });
        }
      }),
    );
  });
});
