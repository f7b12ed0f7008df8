/** Drives one run through the SDK's handler, request by request, until it ends, sleeps or has to wait. */
import type { Db } from '../../db/database.ts';
import {
  type ClaimedRun,
  endRun,
  findNextWake,
  listFinishedSteps,
  requeueRun,
  storeStep,
} from '../../db/queries/runner.ts';
import type { Logger } from '../../lib/logger.ts';
import type { RunnerFunction } from './registration.ts';
import { type Answer, type Operation, readAnswer } from './step-operations.ts';

export interface DriveOptions {
  db: Db;
  handler: (request: Request) => Promise<Response>;
  /** Stores an event; used for `inngest/function.failed`. */
  acceptEvent: (event: { id: string; name: string; data: Record<string, unknown> }) => Promise<void>;
  logger: Logger;
  /** Aborts when the runner stops or loses the lease: nothing is stored after that. */
  signal: AbortSignal;
  random?: () => number;
}

export const runnerUrl = 'http://runner.invalid/api/inngest';

/** First retry after about this long, then twice as long each time, up to the ceiling. */
const firstBackoffMs = 250;
const maxBackoffMs = 60_000;

export async function driveRun(run: ClaimedRun, fn: RunnerFunction, options: DriveOptions): Promise<void> {
  const { db, signal } = options;
  let attempt = run.attempt;
  let parallel = false;
  for (;;) {
    const memo = await listFinishedSteps(db, run.id);
    const answer = await ask(run, fn, options, { memo, attempt, stepId: 'step', parallel });
    if (signal.aborted) return;
    switch (answer.kind) {
      case 'completed':
        return endRun(db, run.id, { status: 'completed', output: answer.output });
      case 'failed':
        return retryOrFail(run, fn, options, attempt, answer);
      case 'operations': {
        parallel ||= answer.operations.length > 1;
        const planned = answer.operations.filter((operation) => operation.kind === 'planned');
        const answers = await Promise.all(
          planned.map(({ id }) => ask(run, fn, options, { memo, attempt, stepId: id, parallel: true })),
        );
        if (signal.aborted) return;
        const problem = await storeAll(run, db, [answer, ...answers]);
        if (problem) return retryOrFail(run, fn, options, attempt, problem);
        attempt = 0;
        const known = await listFinishedSteps(db, run.id);
        if (known.length > memo.length) continue;
        const wake = await findNextWake(db, run.id);
        if (wake) return requeueRun(db, run.id, { dueAt: wake, attempt: 0 });
        throw new Error(`run ${run.id} does not move on`);
      }
      default:
        answer satisfies never;
    }
  }
}

type Problem = Extract<Answer, { kind: 'failed' }>;

/** Stores what ended or sleeps; returns the first problem among the answers, after everything else is stored. */
async function storeAll(run: ClaimedRun, db: Db, answers: Answer[]): Promise<Problem | null> {
  let problem: Problem | null = null;
  for (const answer of answers) {
    if (answer.kind === 'failed') problem ??= answer;
    if (answer.kind !== 'operations') continue;
    for (const operation of answer.operations) {
      problem ??= problemOf(operation, answer.retryAfterMs);
      if (operation.kind === 'finished') {
        await storeStep(db, run.id, {
          stepId: operation.id,
          name: operation.name,
          result: operation.result,
        });
      }
      if (operation.kind === 'sleep') {
        await storeStep(db, run.id, {
          stepId: operation.id,
          name: operation.name,
          result: { type: 'data', data: null },
          finishedAt: new Date(operation.untilMs),
        });
      }
    }
  }
  return problem;
}

function problemOf(operation: Operation, retryAfterMs: number | null): Problem | null {
  if (operation.kind === 'retry') {
    return { kind: 'failed', error: operation.error, retriable: true, retryAfterMs };
  }
  if (operation.kind !== 'unsupported') return null;
  const message = `The embedded runner does not support ${operation.op} (step "${operation.name}").`;
  return { kind: 'failed', error: { name: 'Unsupported', message }, retriable: false, retryAfterMs: null };
}

async function retryOrFail(
  run: ClaimedRun,
  fn: RunnerFunction,
  { db, acceptEvent, logger, random = Math.random }: DriveOptions,
  attempt: number,
  { error, retriable, retryAfterMs }: Problem,
): Promise<void> {
  if (retriable && attempt < fn.retries) {
    const backoffMs = Math.min(firstBackoffMs * 2 ** attempt, maxBackoffMs) * (0.75 + random() / 2);
    const dueAt = new Date(Date.now() + (retryAfterMs ?? backoffMs));
    logger.warn({ runId: run.id, functionId: fn.id, attempt, err: error }, 'step failed, tried again');
    return requeueRun(db, run.id, { dueAt, attempt: attempt + 1, error });
  }
  logger.error({ runId: run.id, functionId: fn.id, err: error }, 'run failed');
  // The event first: a kill between the two repeats it under the same id, which starts nothing twice.
  await acceptEvent({
    id: `failed:${run.id}`,
    name: 'inngest/function.failed',
    data: { function_id: fn.id, run_id: run.id, error, event: run.event },
  });
  return endRun(db, run.id, { status: 'failed', error });
}

async function ask(
  run: ClaimedRun,
  fn: RunnerFunction,
  { handler }: DriveOptions,
  call: {
    memo: { stepId: string; result: unknown }[];
    attempt: number;
    stepId: string;
    parallel: boolean;
  },
): Promise<Answer> {
  const { receivedAt, ...rest } = run.event;
  const event = { ...rest, ts: receivedAt.getTime() };
  const stack = call.memo.map((step) => step.stepId);
  const query = new URLSearchParams({ fnId: fn.id, stepId: call.stepId });
  const response = await handler(
    new Request(`${runnerUrl}?${query}`, {
      method: 'POST',
      headers: { host: 'runner.invalid', 'content-type': 'application/json' },
      body: JSON.stringify({
        version: 2,
        event,
        events: [event],
        steps: Object.fromEntries(call.memo.map((step) => [step.stepId, step.result])),
        ctx: {
          run_id: run.id,
          attempt: call.attempt,
          max_attempts: fn.retries + 1,
          disable_immediate_execution: call.parallel,
          stack: { stack, current: stack.length },
        },
      }),
    }),
  );
  return readAnswer(response, Date.now());
}
