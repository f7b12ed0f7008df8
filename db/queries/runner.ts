/** The embedded runner's queue. Everything that a run does is written only while its lease is ours. */
import { and, asc, eq, inArray, notInArray, sql } from 'drizzle-orm';
import type { Db, Tx } from '../database.ts';
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
}

/** A run under the lease of `owner`. */
export interface ClaimedRun {
  id: string;
  owner: string;
  functionId: string;
  attempt: number;
  lostLeases: number;
  /** As the SDK expects it; `ts`: when it was accepted, Unix time in ms. */
  event: RunnerEvent & { ts: number };
}

/** Who writes: nothing is stored when the run is not this owner's any more. */
export type Lease = Pick<ClaimedRun, 'id' | 'owner'>;

/** Thrown by every write to a run that another process has taken over. */
export class LeaseLostError extends Error {
  constructor(runId: string) {
    super(`run ${runId} belongs to another process now`);
    this.name = 'LeaseLostError';
  }
}

/** Stores an event and its runs once: an event whose id is known starts nothing, nor does a repeated run key. */
export async function storeRunnerEvent(tx: Tx, event: RunnerEvent, runs: NewRun[]): Promise<void> {
  await tx.transaction(async (inner) => {
    const [stored] = await inner
      .insert(runnerEvents)
      .values(event)
      .onConflictDoNothing()
      .returning({ id: runnerEvents.id });
    if (!stored || runs.length === 0) return;
    await inner
      .insert(runnerRuns)
      .values(runs.map((run) => ({ ...run, eventId: event.id })))
      .onConflictDoNothing();
    await inner.execute(sql`select pg_notify(${runnerChannel}, '')`);
  });
}

/** A function whose runs may be claimed. `concurrency`: runs worked on at once, over all processes. */
export interface ClaimableFunction {
  id: string;
  concurrency: number | null;
}

/** Any number, the same in every process: claims wait for each other where a function limits concurrency. */
const claimLock = 7_205_759_403_793;

interface ClaimOptions {
  owner: string;
  functions: ClaimableFunction[];
  limit: number;
  leaseMs: number;
}

/** Takes up to `limit` runs that are due, oldest first. Others leave them alone until the lease ends. */
export function claimRuns(db: Db, options: ClaimOptions): Promise<ClaimedRun[]> {
  if (options.functions.every((fn) => fn.concurrency === null)) return claim(db, options);
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${claimLock})`);
    return claim(tx, options);
  });
}

async function claim(db: Tx, { owner, functions, limit, leaseMs }: ClaimOptions): Promise<ClaimedRun[]> {
  const rows = await db.execute<{
    id: string;
    function_id: string;
    attempt: number;
    lost_leases: number;
    event: RunnerEvent & { ts: number };
  }>(sql`
    with due as materialized (
      select r.id
      from jsonb_to_recordset(${JSON.stringify(functions)}::jsonb) as fn (id text, concurrency int)
      cross join lateral (
        select id, due_at from runner_runs
        where function_id = fn.id and status = 'queued' and due_at <= now()
          and (lease_until is null or lease_until < now())
        order by due_at
        limit case when fn.concurrency is null then ${limit}::int else greatest(0, fn.concurrency - (
          select count(*) from runner_runs
          where function_id = fn.id and status = 'queued' and lease_until >= now())) end
        for update skip locked
      ) r
      order by r.due_at limit ${limit}
    ), claimed as (
      update runner_runs set
        lost_leases = lost_leases + (lease_owner is not null)::int,
        lease_owner = ${owner}, lease_until = now() + make_interval(secs => ${leaseMs / 1000})
      where id in (select id from due)
      returning id, function_id, attempt, lost_leases, event_id
    )
    select c.id, c.function_id, c.attempt, c.lost_leases,
      json_build_object('id', e.id, 'name', e.name, 'data', e.data,
        'ts', (extract(epoch from e.received_at) * 1000)::bigint) as event
    from claimed c join runner_events e on e.id = c.event_id`);
  return rows.map((row) => ({
    id: row.id,
    owner,
    functionId: row.function_id,
    attempt: row.attempt,
    lostLeases: row.lost_leases,
    event: row.event,
  }));
}

/** Keeps the leases of all runs that this owner works on. */
export async function renewLeases(db: Db, owner: string, leaseMs: number): Promise<void> {
  await db
    .update(runnerRuns)
    .set({ leaseUntil: sql`now() + make_interval(secs => ${leaseMs / 1000})` })
    .where(eq(runnerRuns.leaseOwner, owner));
}

/** Gives all runs of this owner back, to be taken at once by any process. */
export async function releaseLeases(db: Db, owner: string): Promise<void> {
  await db.execute(sql`
    update runner_runs set lease_owner = null, lease_until = null
    where lease_owner = ${owner} returning pg_notify(${runnerChannel}, '')`);
}

/** How far a run has come, by the database's clock. */
export interface RunProgress {
  /** Ended steps, sleeps included, in the order in which they ended. */
  finished: { stepId: string; result: StepResult }[];
  /** Parallel steps that may run now. */
  due: { stepId: string; name: string; attempt: number }[];
  /** When the next sleep ends or the next step may be tried again; null when nothing waits. */
  nextDueAt: Date | null;
  parallel: boolean;
}

export async function loadProgress(db: Tx, runId: string): Promise<RunProgress> {
  const t = runnerSteps;
  const rows = await db
    .select({
      stepId: t.stepId,
      name: t.name,
      result: t.result,
      attempt: t.attempt,
      at: sql`coalesce(${t.finishedAt}, ${t.dueAt})`.mapWith(t.dueAt),
      waits: sql<boolean>`coalesce(${t.finishedAt}, ${t.dueAt}) > now()`,
      parallel: runnerRuns.parallel,
    })
    .from(runnerRuns)
    .leftJoin(t, eq(t.runId, runnerRuns.id))
    .where(eq(runnerRuns.id, runId))
    .orderBy(asc(sql`coalesce(${t.finishedAt}, ${t.dueAt})`), asc(t.stepId));
  const progress: RunProgress = {
    finished: [],
    due: [],
    nextDueAt: null,
    parallel: rows[0]?.parallel ?? false,
  };
  for (const { stepId, name, result, attempt, at, waits } of rows) {
    if (stepId === null || name === null || attempt === null) continue;
    if (waits) progress.nextDueAt ??= at;
    else if (result) progress.finished.push({ stepId, result });
    else progress.due.push({ stepId, name, attempt });
  }
  return progress;
}

/** A step that ended, sleeps (`untilMs`, Unix time), or is planned beside others (`result` null). */
export interface StepRecord {
  stepId: string;
  name: string;
  result: StepResult | null;
  untilMs?: number;
}

/** Stores steps, once each; progress clears the run's count of failures. Throws `LeaseLostError`. */
export async function storeSteps(
  db: Tx,
  lease: Lease,
  steps: StepRecord[],
  { parallel }: { parallel: boolean },
): Promise<void> {
  const progress = steps.some((step) => step.result !== null);
  const rows = await db.execute(sql`
    with mine as (
      update runner_runs set parallel = parallel or ${parallel},
        attempt = case when ${progress} then 0 else attempt end,
        lost_leases = case when ${progress} then 0 else lost_leases end
      where id = ${lease.id} and lease_owner = ${lease.owner} returning id
    ), stored as (
      insert into runner_steps (run_id, step_id, name, result, finished_at)
      select mine.id, s.step_id, s.name, s.result::json,
        case when s.result is not null then coalesce(s.ends_at, clock_timestamp()) end
      from mine cross join (${stepRows(steps)}) as s (step_id, name, result, ends_at)
      on conflict (run_id, step_id) do update set result = excluded.result, finished_at = excluded.finished_at
      where runner_steps.result is null and excluded.result is not null
    )
    select id from mine`);
  if (rows.length === 0) throw new LeaseLostError(lease.id);
}

/** Results go as text: a function of Postgres that reads JSON would refuse a NUL inside. */
function stepRows(steps: StepRecord[]) {
  const none = sql`select null::text, null::text, null::text, null::timestamptz where false`;
  if (steps.length === 0) return none;
  const rows = steps.map(({ stepId, name, result, untilMs }) => {
    const endsAt = untilMs === undefined ? null : new Date(untilMs).toISOString();
    return sql`(${stepId}::text, ${name}::text, ${result && JSON.stringify(result)}::text, ${endsAt}::timestamptz)`;
  });
  return sql`values ${sql.join(rows, sql`, `)}`;
}

/** Notes that a parallel step failed and may be tried again after `retryInMs`. Throws `LeaseLostError`. */
export async function postponeStep(
  db: Tx,
  lease: Lease,
  { stepId, retryInMs }: { stepId: string; retryInMs: number },
): Promise<void> {
  const rows = await db.execute(sql`
    update runner_steps s set attempt = s.attempt + 1,
      due_at = now() + make_interval(secs => ${retryInMs / 1000})
    from (select id from runner_runs where id = ${lease.id} and lease_owner = ${lease.owner} for update) r
    where s.run_id = r.id and s.step_id = ${stepId} returning 1`);
  if (rows.length === 0) throw new LeaseLostError(lease.id);
}

/** Gives a run back, to be taken at `dueAt` by any process. Throws `LeaseLostError`. */
export async function requeueRun(
  db: Tx,
  lease: Lease,
  next: { dueAt: Date } | { retryInMs: number; attempt: number; error: unknown },
): Promise<void> {
  const due =
    'dueAt' in next
      ? sql`${next.dueAt.toISOString()}::timestamptz`
      : sql`now() + make_interval(secs => ${next.retryInMs / 1000})`;
  const failure =
    'dueAt' in next ? sql`` : sql`, attempt = ${next.attempt}, error = ${toJson(next.error)}::json`;
  const rows = await db.execute(sql`
    update runner_runs set due_at = ${due}, lease_owner = null, lease_until = null ${failure}
    where id = ${lease.id} and lease_owner = ${lease.owner}
    returning pg_notify(${runnerChannel}, '')`);
  if (rows.length === 0) throw new LeaseLostError(lease.id);
}

/** Ends a run for good. Throws `LeaseLostError`. */
export async function endRun(
  tx: Tx,
  lease: Lease,
  end: { status: 'completed'; output: unknown } | { status: 'failed'; error: unknown },
): Promise<void> {
  const result =
    end.status === 'completed'
      ? sql`output = ${toJson(end.output)}::json, error = null`
      : sql`error = ${toJson(end.error)}::json`;
  const rows = await tx.execute(sql`
    update runner_runs set status = ${end.status}, ${result}, ended_at = now(),
      lease_owner = null, lease_until = null
    where id = ${lease.id} and lease_owner = ${lease.owner} returning 1`);
  if (rows.length === 0) throw new LeaseLostError(lease.id);
}

/** Milliseconds until a run of these functions is due, 0 when one is, null when none waits. */
export async function findNextDue(db: Db, functionIds: string[]): Promise<number | null> {
  const [row] = await db.execute<{ ms: number | null }>(sql`
    select (extract(epoch from min(greatest(due_at, coalesce(lease_until, due_at))) - now()) * 1000)::float8 as ms
    from runner_runs
    where status = 'queued' and ${inArray(runnerRuns.functionId, functionIds)}`);
  return row?.ms === null || row?.ms === undefined ? null : Math.max(0, row.ms);
}

/** Functions that have runs waiting although nobody serves them any more. */
export async function listOrphanedFunctions(db: Db, functionIds: string[]): Promise<string[]> {
  const rows = await db
    .selectDistinct({ functionId: runnerRuns.functionId })
    .from(runnerRuns)
    .where(and(eq(runnerRuns.status, 'queued'), notInArray(runnerRuns.functionId, functionIds)));
  return rows.map((row) => row.functionId);
}

const toJson = (value: unknown) => JSON.stringify(value ?? null);
