import { createHash } from 'node:crypto';
import type { NewRun, RunnerEvent } from '../../db/queries/runner.ts';
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
    .map((fn) => ({
      id: createId('run'),
      functionId: fn.id,
      dedupeKey: `${fn.id}:${fn.idempotency ? hash(valueAt(event, fn.idempotency)) : event.id}`,
    }));
}

function valueAt(event: RunnerEvent, path: string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string, unknown>)[key]
        : null,
    event,
  );
}

const hash = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');
