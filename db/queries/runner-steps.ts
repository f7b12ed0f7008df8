/** Steps of the embedded runner's runs: what is memoised, what lasts, and what is still to be done. */
import { asc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../database.ts';
import { runnerRuns, runnerSteps, type StepResult } from '../schema/runner.ts';
import { type Lease, LeaseLostError } from './runner.ts';

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

/**
 * A step that ended, sleeps or waits until `untilMs` (Unix time; then `result` is what it gives), or is planned beside
 * others (`result` null).
 */
export interface StepRecord {
  stepId: string;
  name: string;
  result: StepResult | null;
  untilMs?: number;
  /** What ends the wait early. */
  awaits?: { event: string; condition: string | null };
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
      insert into runner_steps (run_id, step_id, name, result, finished_at, awaits_event, awaits_if)
      select mine.id, s.step_id, s.name, s.result::json,
        case when s.result is not null then coalesce(s.ends_at, clock_timestamp()) end,
        s.awaits_event, s.awaits_if
      from mine cross join (${stepRows(steps)})
        as s (step_id, name, result, ends_at, awaits_event, awaits_if)
      on conflict (run_id, step_id) do update set result = excluded.result, finished_at = excluded.finished_at
      where runner_steps.result is null and excluded.result is not null
    )
    select id from mine`);
  if (rows.length === 0) throw new LeaseLostError(lease.id);
}

/** Results go as text: a function of Postgres that reads JSON would refuse a NUL inside. */
function stepRows(steps: StepRecord[]) {
  const none = sql`select null::text, null::text, null::text, null::timestamptz, null::text, null::text where false`;
  if (steps.length === 0) return none;
  const rows = steps.map(({ stepId, name, result, untilMs, awaits }) => {
    const endsAt = untilMs === undefined ? null : new Date(untilMs).toISOString();
    return sql`(${stepId}::text, ${name}::text, ${result && JSON.stringify(result)}::text, ${endsAt}::timestamptz,
      ${awaits?.event ?? null}::text, ${awaits?.condition ?? null}::text)`;
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
