/** Events of the embedded runner: what they start, and the waits that they end. */
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../database.ts';
import { runnerEvents, runnerRuns, runnerSteps, type StepResult } from '../schema/runner.ts';

/** Postgres channel that wakes runners. */
export const runnerChannel = 'parley_runner';

export interface RunnerEvent {
  id: string;
  name: string;
  data: Record<string, unknown>;
}

export interface NewRun {
  id: string;
  functionId: string;
  dedupeKey: string;
  concurrencyKey: string | null;
  /** The step of another run that waits for this one. */
  parentRunId?: string;
  parentStepId?: string;
}

/**
 * Stores an event and its runs once: an event whose id is known starts nothing, nor does a repeated run key. False
 * when the event was known.
 */
export async function storeRunnerEvent(tx: Tx, event: RunnerEvent, runs: NewRun[]): Promise<boolean> {
  return tx.transaction(async (inner) => {
    const [stored] = await inner
      .insert(runnerEvents)
      .values(event)
      .onConflictDoNothing()
      .returning({ id: runnerEvents.id });
    if (!stored) return false;
    if (runs.length > 0) {
      const rows = runs.map((run) => ({ ...run, eventId: event.id }));
      await inner.insert(runnerRuns).values(rows).onConflictDoNothing();
      await inner.execute(sql`select pg_notify(${runnerChannel}, '')`);
    }
    return true;
  });
}

/** A step of a run that goes on when an event comes. */
export interface Wait {
  runId: string;
  stepId: string;
  /** As the function wrote it; null when any event of the name will do. */
  condition: string | null;
  /** What started the run that waits. */
  event: RunnerEvent;
}

/** Steps that wait for an event of this name now. */
export function listWaits(tx: Tx, eventName: string): Promise<Wait[]> {
  return tx
    .select({
      runId: runnerSteps.runId,
      stepId: runnerSteps.stepId,
      condition: runnerSteps.awaitsIf,
      event: { id: runnerEvents.id, name: runnerEvents.name, data: runnerEvents.data },
    })
    .from(runnerSteps)
    .innerJoin(runnerRuns, eq(runnerRuns.id, runnerSteps.runId))
    .innerJoin(runnerEvents, eq(runnerEvents.id, runnerRuns.eventId))
    .where(
      and(
        eq(runnerSteps.awaitsEvent, eventName),
        sql`${runnerSteps.finishedAt} > now()`,
        eq(runnerRuns.status, 'queued'),
      ),
    );
}

/** Ends a step that waits and makes its run due; nothing when the wait is over. */
export async function endWait(
  tx: Tx,
  { runId, stepId }: Pick<Wait, 'runId' | 'stepId'>,
  result: StepResult,
): Promise<void> {
  // The run first, as every other writer locks them. Who works on it now sees `woken` when he gives it back.
  await tx.execute(sql`
    update runner_runs set woken = true,
      due_at = case when lease_owner is null then least(due_at, now()) else due_at end
    where id = ${runId} and status = 'queued'`);
  await tx.execute(sql`
    update runner_steps set result = ${JSON.stringify(result)}::json, finished_at = clock_timestamp()
    where run_id = ${runId} and step_id = ${stepId} and finished_at > clock_timestamp()`);
  await tx.execute(sql`select pg_notify(${runnerChannel}, '')`);
}
