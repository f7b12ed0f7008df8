/** A thread that halves even numbers, for the tests of the threads' outer side. */
import { setTimeout as sleep } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';
import { serveJobs } from '../serve-jobs.ts';

await serveJobs<number, number>(async () => {
  if (workerData === 'broken') throw new Error('no such model');
  return async (input) => {
    if (input === 0) process.exit(3);
    if (input % 2 === 1) throw new Error(`${input} is odd`);
    await sleep(10);
    return input / 2;
  };
});
