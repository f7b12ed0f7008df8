import { createHash } from 'node:crypto';
import type { ClaimedRun } from '../../db/queries/runner.ts';
import type { NewRun, RunnerEvent } from '../../db/queries/runner-events.ts';
import { createId } from '../../lib/ids.ts';
import { holds, valueAt } from './condition.ts';
import type { RunnerFunction } from './registration.ts';

/** The runs that an event starts. */
export function runsFor(functions: RunnerFunction[], event: RunnerEvent): NewRun[] {
  return functions
    .filter((fn) =>
      fn.triggers.some(
        ({ event: name, condition }) =>
          name === event.name && (condition === null || holds(condition, { event })),
      ),
    )
    .map((fn) => newRun(fn, event));
}

/** A run of one function. Two events with the same idempotency value give the same key. */
export function newRun(fn: RunnerFunction, event: RunnerEvent): NewRun {
  const value = fn.idempotency && valueAt(event, fn.idempotency);
  const limitedBy = fn.keyedConcurrency && valueAt(event, fn.keyedConcurrency.path);
  return {
    id: createId('run'),
    functionId: fn.id,
    // An event without the value that the function names is nobody's repetition: its id is the key.
    dedupeKey: `${fn.id}:${hashValue(value) ?? `event:${event.id}`}`,
    concurrencyKey: hashValue(limitedBy),
  };
}

function hashValue(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** What Inngest sends when a run has failed for good; the SDK's `onFailure` functions listen for it. */
export function failedEvent(run: ClaimedRun, error: unknown): RunnerEvent {
  return {
    id: `failed:${run.id}`,
    name: 'inngest/function.failed',
    data: { function_id: run.functionId, run_id: run.id, error, event: run.event },
  };
}
