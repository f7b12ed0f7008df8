import { createHash } from 'node:crypto';
import type { ClaimedRun, NewRun, RunnerEvent } from '../../db/queries/runner.ts';
import { createId } from '../../lib/ids.ts';
import type { RunnerFunction } from './registration.ts';

/** The runs that an event starts. Two events with the same idempotency value give the same key. */
export function runsFor(functions: RunnerFunction[], event: RunnerEvent): NewRun[] {
  return functions
    .filter((fn) =>
      fn.triggers.some(
        ({ event: name, failureOf }) =>
          name === event.name && (failureOf === null || event.data.function_id === failureOf),
      ),
    )
    .map((fn) => ({ id: createId('run'), functionId: fn.id, dedupeKey: `${fn.id}:${keyOf(fn, event)}` }));
}

/** An event without the value that the function names is nobody's repetition: its id is the key. */
function keyOf(fn: RunnerFunction, event: RunnerEvent): string {
  const value = fn.idempotency && valueAt(event, fn.idempotency);
  if (value === undefined || value === null) return `event:${event.id}`;
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

function valueAt(event: unknown, path: string[]): unknown {
  return path.reduce(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? Reflect.get(value, key)
        : undefined,
    event,
  );
}

/** What Inngest sends when a run has failed for good; the SDK's `onFailure` functions listen for it. */
export function failedEvent(run: ClaimedRun, error: unknown): RunnerEvent {
  return {
    id: `failed:${run.id}`,
    name: 'inngest/function.failed',
    data: { function_id: run.functionId, run_id: run.id, error, event: run.event },
  };
}
