import { and, asc, eq, lte, sql } from 'drizzle-orm';
import type { Db, Tx } from '../database.ts';
import { runnerEvents, runnerRuns, runnerSteps } from '../schema/runner.ts';

export interface RunnerEvent {
  id: string;
  name: string;
  data: Record<string, unknown>;
}

export interface NewRun {
  id: string;
  functionId: string;
  dedupeKey: string;
}

/** A run under this process's lease, with its event and the results of its finished steps. */
export interface ClaimedRun {
  id: string;
  functionId: string;
  /** How often the current step has failed. */
  attempt: number;
  event: RunnerEvent & { receivedAt: Date };
}

/** Stores an event and its runs once: an event whose id is known starts nothing, nor does a repeated run key. */
export async function storeRunnerEvent(tx: Tx, event: RunnerEvent, runs: NewRun[]): Promise<void> {
  const [stored] = await tx
    .insert(runnerEvents)
    .values(event)
    .onConflictDoNothing()
    .returning({ id: runnerEvents.id });
  if (!stored) return;
  if (runs.length > 0) {
    await tx
      .insert(runnerRuns)
      .values(runs.map((run) => ({ ...run, eventId: event.id })))
      .onConflictDoNothing();
  }
  await tx.execute(sql`select pg_notify('parley_runner', '')`);
}

/** Takes the run that has been due longest; null when none is. Others skip it until the lease ends. */
export async function claimRun(db: Db, owner: string, leaseMs: number): Promise<ClaimedRun | null> {
  const [run] = await db.execute<{ id: string; function_id: string; attempt: number; event_id: string }>(sql`
    update runner_runs set lease_owner = ${owner}, lease_until = now() + ${leaseMs} * interval '1 millisecond'
    where id = (
      select id from runner_runs
      where status = 'queued' and due_at <= now() and (lease_until is null or lease_until < now())
      order by due_at limit 1 for update skip locked
    )
    returning id, function_id, attempt, event_id`);
  if (!run) return null;
  const [event] = await db.select().from(runnerEvents).where(eq(runnerEvents.id, run.event_id));
  if (!event) throw new Error(`run ${run.id} has no event`);
  return { id: run.id, functionId: run.function_id, attempt: run.attempt, event };
}

/** Keeps the lease; false when another process has the run now. */
export async function renewLease(db: Db, runId: string, owner: string, leaseMs: number): Promise<boolean> {
  const rows = await db
    .update(runnerRuns)
    .set({ leaseUntil: sql`now() + ${leaseMs} * interval '1 millisecond'` })
    .where(and(eq(runnerRuns.id, runId), eq(runnerRuns.leaseOwner, owner)))
    .returning({ id: runnerRuns.id });
  return rows.length > 0;
}

/** Results of steps that have ended, sleeps included, in the order in which they ended. */
export async function listFinishedSteps(
  db: Tx,
  runId: string,
): Promise<{ stepId: string; result: unknown }[]> {
  return db
    .select({ stepId: runnerSteps.stepId, result: runnerSteps.result })
    .from(runnerSteps)
    .where(and(eq(runnerSteps.runId, runId), lte(runnerSteps.finishedAt, sql`now()`)))
    .orderBy(asc(runnerSteps.finishedAt));
}

/**
 * Stores a step's result, once, and clears the count of failures. A sleep is a step that ends in the future.
 */
export async function storeStep(
  db: Db,
  runId: string,
  step: { stepId: string; name: string; result: unknown; finishedAt?: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx
      .insert(runnerSteps)
      .values({ runId, ...step })
      .onConflictDoNothing();
    await tx.update(runnerRuns).set({ attempt: 0 }).where(eq(runnerRuns.id, runId));
  });
}

/** Gives a run back to be taken at `dueAt`, by any process. */
export async function requeueRun(
  db: Tx,
  runId: string,
  { dueAt, attempt, error }: { dueAt: Date; attempt: number; error?: unknown },
): Promise<void> {
  await db
    .update(runnerRuns)
    .set({ dueAt, attempt, leaseOwner: null, leaseUntil: null, ...(error === undefined ? {} : { error }) })
    .where(eq(runnerRuns.id, runId));
}

export async function endRun(
  tx: Tx,
  runId: string,
  end: { status: 'completed'; output: unknown } | { status: 'failed'; error: unknown },
): Promise<void> {
  await tx
    .update(runnerRuns)
    .set({ ...end, endedAt: sql`now()`, leaseOwner: null, leaseUntil: null })
    .where(eq(runnerRuns.id, runId));
}

/** The wake-up time of the next sleeping step of a run; null when none sleeps. */
export async function findNextWake(db: Tx, runId: string): Promise<Date | null> {
  const [row] = await db
    .select({ at: runnerSteps.finishedAt })
    .from(runnerSteps)
    .where(and(eq(runnerSteps.runId, runId), sql`${runnerSteps.finishedAt} > now()`))
    .orderBy(asc(runnerSteps.finishedAt))
    .limit(1);
  return row?.at ?? null;
}

/** Milliseconds until something is due, 0 when something is, null when nothing waits. */
export async function findNextDue(db: Db): Promise<number | null> {
  const [row] = await db.execute<{ ms: number | null }>(sql`
    select (extract(epoch from min(greatest(due_at, coalesce(lease_until, due_at))) - now()) * 1000)::float8 as ms
    from runner_runs where status = 'queued'`);
  return row?.ms === null || row?.ms === undefined ? null : Math.max(0, row.ms);
}
