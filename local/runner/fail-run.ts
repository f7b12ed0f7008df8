import { type ClaimedRun, endRun, requeueRun } from '../../db/queries/runner.ts';
import { acceptEvent } from './accept-event.ts';
import type { Failure } from './answer.ts';
import type { DriveContext } from './drive-run.ts';
import { persist } from './persist.ts';
import type { RunnerFunction } from './registration.ts';
import { retryDelay } from './retry-delay.ts';
import { failedEvent } from './runs-for.ts';

/** Gives the run back to be tried later, or ends it when the failure or the number of tries is final. */
export async function retryOrFail(
  run: ClaimedRun,
  fn: RunnerFunction,
  context: DriveContext,
  attempt: number,
  failure: Failure,
): Promise<void> {
  const { db, logger, signal } = context;
  const { error, retriable, retryAfterMs } = failure;
  if (!retriable || attempt >= fn.retries) return failRun(run, fn, context, error);
  const retryInMs = retryAfterMs ?? retryDelay(attempt, Math.random());
  logger.warn({ runId: run.id, functionId: fn.id, attempt, err: error }, 'step failed, tried again');
  await persist(() => requeueRun(db, run, { retryInMs, attempt: attempt + 1, error }), signal);
}

/** Ends the run and tells who listens for its failure, in one transaction. */
async function failRun(
  run: ClaimedRun,
  fn: RunnerFunction,
  { db, functions, logger, signal }: DriveContext,
  error: unknown,
): Promise<void> {
  logger.error({ runId: run.id, functionId: fn.id, err: error }, 'run failed');
  const event = failedEvent(run, error);
  await persist(
    () =>
      db.transaction(async (tx) => {
        await endRun(tx, run, { status: 'failed', error });
        await acceptEvent(tx, functions, event);
      }),
    signal,
  );
}
