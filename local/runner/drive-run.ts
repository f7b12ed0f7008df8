/** Drives one run through the SDK's handler, request by request, until it ends, sleeps or has to wait. */
import type { Db } from '../../db/database.ts';
import { type ClaimedRun, endRun, LeaseLostError, requeueRun } from '../../db/queries/runner.ts';
import { loadProgress, postponeStep, type RunProgress } from '../../db/queries/runner-steps.ts';
import type { Logger } from '../../lib/logger.ts';
import type { Answer, Operation } from './answer.ts';
import { ask, type Handler, nextStep } from './ask.ts';
import { retryOrFail } from './fail-run.ts';
import { failureAmong, finalFailure } from './operation-effect.ts';
import { persist } from './persist.ts';
import type { RunnerFunction } from './registration.ts';
import { retryDelay } from './retry-delay.ts';
import { storeOperations } from './store-operations.ts';

export interface DriveContext {
  db: Db;
  handler: Handler;
  functions: RunnerFunction[];
  logger: Logger;
  /** Aborts when the runner stops: what is under way is stored, nothing new begins. */
  signal: AbortSignal;
}

/** How a run can end for now. `waiting`: the rest is due later. */
type Ending = Extract<Answer, { kind: 'completed' | 'failed' }> | { kind: 'waiting'; dueAt: Date };

/** A run whose process died this often without any progress is the likely cause, and fails. */
const maxLostLeases = 20;

/** Takes a claimed run as far as it goes now. Throws only when the queue cannot be written. */
export async function driveRun(run: ClaimedRun, fn: RunnerFunction, context: DriveContext): Promise<void> {
  const { db, logger, signal } = context;
  const tries = { attempt: run.attempt };
  try {
    const ending =
      run.lostLeases > maxLostLeases ? diedTooOften(run) : await advance(run, fn, context, tries);
    switch (ending?.kind) {
      case undefined:
        return;
      case 'waiting':
        return await persist(() => requeueRun(db, run, ending), signal);
      case 'completed':
        return await persist(() => endRun(db, run, { status: 'completed', output: ending.output }), signal);
      case 'failed':
        return await retryOrFail(run, fn, context, tries.attempt, ending);
      default:
        return ending satisfies never;
    }
  } catch (error) {
    if (error instanceof LeaseLostError) return logger.debug({ runId: run.id }, error.message);
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    const failure = { ...finalFailure({ name, message }), retriable: true };
    await retryOrFail(run, fn, context, tries.attempt, failure);
  }
}

/** Asks on and on; null when the runner stops first. `tries.attempt` is kept at the failures since the last progress. */
async function advance(
  run: ClaimedRun,
  fn: RunnerFunction,
  context: DriveContext,
  tries: { attempt: number },
): Promise<Ending | null> {
  const { db, handler, functions, signal } = context;
  const load = () => persist(() => loadProgress(db, run.id), signal);
  let progress = await load();
  while (!signal.aborted) {
    const answer = await ask(handler, { run, fn, stepId: nextStep, ...tries, progress });
    if (answer.kind !== 'operations') return answer;
    const { operations, retryAfterMs } = answer;
    const parallel = operations.length > 1;
    await persist(() => storeOperations(db, run, operations, { parallel, functions }), signal);
    const failure = failureAmong(operations, retryAfterMs);
    if (failure) return failure;
    if (operations.some((operation) => operation.kind === 'finished')) tries.attempt = 0;

    let next = afterOneStep(progress, operations) ?? (await load());
    if (next.finished.length === progress.finished.length) {
      if (signal.aborted) return null;
      const endings = await Promise.all(next.due.map((step) => runStep(run, fn, context, next, step)));
      const ending = endings.find((each) => each !== null);
      if (ending) return ending;
      next = await load();
      if (next.finished.length === progress.finished.length && next.due.length === 0) {
        if (next.nextDueAt === null) throw new Error('the run has nothing to wait for and does not move on');
        return { kind: 'waiting', dueAt: next.nextDueAt };
      }
    }
    progress = next;
  }
  return null;
}

/** Progress after the usual answer, one ended step and nothing else under way; null for all others. */
function afterOneStep(progress: RunProgress, operations: Operation[]): RunProgress | null {
  const [only, ...others] = operations;
  if (only?.kind !== 'finished' || others.length > 0 || progress.parallel) return null;
  return { ...progress, finished: [...progress.finished, { stepId: only.id, result: only.result }] };
}

/** Runs one of several parallel steps. Its failures are its own, until a final one ends the run. */
async function runStep(
  run: ClaimedRun,
  fn: RunnerFunction,
  { db, handler, functions, signal }: DriveContext,
  progress: RunProgress,
  { stepId, attempt }: RunProgress['due'][number],
): Promise<Ending | null> {
  const answer = await ask(handler, { run, fn, stepId, attempt, progress });
  // A race that was decided without this step: the function has ended.
  if (answer.kind === 'completed') return answer;
  if (answer.kind === 'operations') {
    const { operations } = answer;
    await persist(() => storeOperations(db, run, operations, { parallel: true, functions }), signal);
  }
  const failure = answer.kind === 'failed' ? answer : failureAmong(answer.operations, answer.retryAfterMs);
  if (failure === null) return null;
  if (!failure.retriable || attempt >= fn.retries) return { ...failure, retriable: false };
  const retryInMs = failure.retryAfterMs ?? retryDelay(attempt, Math.random());
  await persist(() => postponeStep(db, run, { stepId, retryInMs }), signal);
  return null;
}

const diedTooOften = (run: ClaimedRun) =>
  finalFailure({
    name: 'RunnerDied',
    message: `The process died ${run.lostLeases} times at this point of the run.`,
  });
