/** What a step of a function costs beside its work: what it gave is stored before the next one begins. */
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../db/database.ts';
import { createId } from '../../lib/ids.ts';
import { startTestRunner } from '../../local/runner/testing/test-runner.ts';
import type { BenchContext } from '../context.ts';
import type { Figure } from '../figure.ts';

const steps = 50;
const runs = 10;

export async function stepOverhead({ instance }: BenchContext): Promise<Figure> {
  await using database = openDatabase(instance.env.DATABASE_URL ?? '');
  const stepMs: number[] = [];
  // No function of the instance waits for this event, and this runner knows no other.
  await using runner = await startTestRunner(database, (inngest) => [
    inngest.createFunction(
      { id: 'bench-steps', retries: 0, triggers: [{ event: 'bench/asked' }] },
      async ({ step }) => {
        for (let n = 0; n < steps; n += 1) await step.run(`step-${n}`, () => stepMs.push(performance.now()));
      },
    ),
  ]);
  const gaps: number[] = [];
  const bare: number[] = [];
  for (let run = 1; run <= runs; run += 1) {
    stepMs.length = 0;
    await runner.send({ id: createId('evt'), name: 'bench/asked', data: {} });
    while (stepMs.length < steps) await sleep(1);
    gaps.push(...stepMs.slice(1).map((at, index) => at - (stepMs[index] ?? at)));
    for (let n = 0; n < steps; n += 1) {
      const startedAt = performance.now();
      await database.sql`insert into attempts (key, count, ends_at)
        values (${createId('evt')}, 1, now())`;
      bare.push(performance.now() - startedAt);
    }
  }
  return {
    name: 'a step of a function',
    value: median(gaps),
    unit: 'ms',
    baseline: { name: 'a row stored', value: median(bare) },
    goal: null,
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
