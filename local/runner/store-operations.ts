import type { Tx } from '../../db/database.ts';
import type { Lease } from '../../db/queries/runner.ts';
import { endWait, storeRunnerEvent } from '../../db/queries/runner-events.ts';
import { storeSteps } from '../../db/queries/runner-steps.ts';
import type { Operation } from './answer.ts';
import { recordOf } from './operation-effect.ts';
import type { RunnerFunction } from './registration.ts';
import { newRun } from './runs-for.ts';

/** Stores what the SDK answered, once: steps, and runs of functions that a step invokes. Throws `LeaseLostError`. */
export async function storeOperations(
  tx: Tx,
  run: Lease,
  operations: Operation[],
  { parallel, functions }: { parallel: boolean; functions: RunnerFunction[] },
): Promise<void> {
  const store = (inner: Tx) => storeSteps(inner, run, operations.flatMap(recordOf), { parallel });
  const invocations = operations.filter((operation) => operation.kind === 'invoke');
  // The usual case is one statement, which needs no transaction around it.
  if (invocations.length === 0) return store(tx);
  await tx.transaction(async (inner) => {
    await store(inner);
    for (const operation of invocations) await invoke(inner, run, operation, functions);
  });
}

async function invoke(
  tx: Tx,
  run: Lease,
  { id, functionId, data }: Extract<Operation, { kind: 'invoke' }>,
  functions: RunnerFunction[],
): Promise<void> {
  const fn = functions.find((each) => each.id === functionId);
  if (!fn) {
    const error = {
      name: 'UnknownFunction',
      message: `There is no function "${functionId}" here to invoke.`,
    };
    return endWait(tx, { runId: run.id, stepId: id }, { type: 'error', error });
  }
  const event = { id: `invoked:${run.id}:${id}`, name: 'inngest/function.invoked', data };
  const parent = { parentRunId: run.id, parentStepId: id };
  // A step that invokes wants a run of its own, whatever the function's idempotency says of events.
  const dedupeKey = `${fn.id}:event:${event.id}`;
  await storeRunnerEvent(tx, event, [{ ...newRun(fn, event), ...parent, dedupeKey }]);
}
