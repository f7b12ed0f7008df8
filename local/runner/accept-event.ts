import type { Tx } from '../../db/database.ts';
import { endWait, listWaits, type RunnerEvent, storeRunnerEvent } from '../../db/queries/runner-events.ts';
import { holds, parseCondition } from './condition.ts';
import type { RunnerFunction } from './registration.ts';
import { runsFor } from './runs-for.ts';

/** Stores an event with the runs that it starts, and ends the waits for it; once per event id. */
export async function acceptEvent(tx: Tx, functions: RunnerFunction[], event: RunnerEvent): Promise<void> {
  await tx.transaction(async (inner) => {
    if (!(await storeRunnerEvent(inner, event, runsFor(functions, event)))) return;
    for (const wait of await listWaits(inner, event.name)) {
      if (!isAwaited(wait.condition, wait.event, event)) continue;
      await endWait(inner, wait, { type: 'data', data: { ...event, ts: Date.now() } });
    }
  });
}

/** Conditions were understood when the wait began. */
function isAwaited(text: string | null, event: RunnerEvent, async: RunnerEvent): boolean {
  if (text === null) return true;
  const condition = parseCondition(text);
  return condition !== null && holds(condition, { event, async });
}
