/** The embedded runner's queue. Everything that a run does is written only while its lease is ours. */
import { and, eq, inArray, notInArray, sql } from 'drizzle-orm';
import type { Db, Tx } from '../database.ts';
import { runnerRuns } from '../schema/runner.ts';
import { endWait, type RunnerEvent, runnerChannel } from './runner-events.ts';

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

/** A function whose runs may be claimed, and how many of them are worked on at once, over all processes. */
export interface ClaimableFunction {
  id: string;
  concurrency: number | null;
  /** The limit among runs of the same key. */
  keyedConcurrency: { limit: number } | null;
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
  const limits = options.functions.some((fn) => fn.concurrency !== null || fn.keyedConcurrency !== null);
  if (!limits) return claim(db, options);
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${claimLock})`);
    return claim(tx, options);
  });
}

/** Which of the runs of its key a run is: those that are worked on first, then those that are due, oldest first. */
const placeAmongKey = sql`
  select count(*) from runner_runs other
  where other.function_id = run.function_id and other.concurrency_key = run.concurrency_key
    and other.status = 'queued' and (other.lease_until >= now()
      or other.due_at <= now() and (other.due_at, other.id) <= (run.due_at, run.id))`;

async function claim(db: Tx, { owner, functions, limit, leaseMs }: ClaimOptions): Promise<ClaimedRun[]> {
  const rows = await db.execute<{
    id: string;
    function_id: string;
    attempt: number;
    lost_leases: number;
    event: RunnerEvent & { ts: number };
  }>(sql`
    with fn as (
      select id, concurrency, ("keyedConcurrency" ->> 'limit')::int as per_key
      from jsonb_to_recordset(${JSON.stringify(functions)}::jsonb)
        as given (id text, concurrency int, "keyedConcurrency" jsonb)
    ), due as materialized (
      select r.id
      from fn cross join lateral (
        select id, due_at from runner_runs run
        where function_id = fn.id and status = 'queued' and due_at <= now()
          and (lease_until is null or lease_until < now())
          and (fn.per_key is null or concurrency_key is null or (${placeAmongKey}) <= fn.per_key)
        order by due_at
        limit case when fn.concurrency is null then ${limit}::int else greatest(0, fn.concurrency - (
          select count(*) from runner_runs
          where function_id = fn.id and status = 'queued' and lease_until >= now())) end
        for update skip locked
      ) r
      order by r.due_at limit ${limit}
    ), claimed as (
      update runner_runs set
        lost_leases = lost_leases + (lease_owner is not null)::int, woken = false,
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

/** Gives a run back, to be taken at `dueAt` by any process. Throws `LeaseLostError`. */
export async function requeueRun(
  db: Tx,
  lease: Lease,
  next: { dueAt: Date } | { retryInMs: number; attempt: number; error: unknown },
): Promise<void> {
  const due =
    'dueAt' in next
      ? sql`case when woken then now() else ${next.dueAt.toISOString()}::timestamptz end`
      : sql`now() + make_interval(secs => ${next.retryInMs / 1000})`;
  const failure =
    'dueAt' in next ? sql`` : sql`, attempt = ${next.attempt}, error = ${toJson(next.error)}::json`;
  const rows = await db.execute(sql`
    update runner_runs set due_at = ${due}, lease_owner = null, lease_until = null ${failure}
    where id = ${lease.id} and lease_owner = ${lease.owner}
    returning pg_notify(${runnerChannel}, '')`);
  if (rows.length === 0) throw new LeaseLostError(lease.id);
}

/** Ends a run for good, and the wait of the run that invoked it. Throws `LeaseLostError`. */
export async function endRun(
  tx: Tx,
  lease: Lease,
  end: { status: 'completed'; output: unknown } | { status: 'failed'; error: unknown },
): Promise<void> {
  const result =
    end.status === 'completed'
      ? sql`output = ${toJson(end.output)}::json, error = null`
      : sql`error = ${toJson(end.error)}::json`;
  await tx.transaction(async (inner) => {
    const [ended] = await inner.execute<{ run: string | null; step: string | null }>(sql`
      update runner_runs set status = ${end.status}, ${result}, ended_at = now(),
        lease_owner = null, lease_until = null
      where id = ${lease.id} and lease_owner = ${lease.owner}
      returning parent_run_id as run, parent_step_id as step`);
    if (!ended) throw new LeaseLostError(lease.id);
    if (ended.run === null || ended.step === null) return;
    const parent = { runId: ended.run, stepId: ended.step };
    await endWait(
      inner,
      parent,
      end.status === 'completed'
        ? { type: 'data', data: end.output ?? null }
        : { type: 'error', error: end.error },
    );
  });
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
