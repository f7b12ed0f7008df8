/** One request of Inngest's protocol to the SDK's handler (SDK specification, section 4.4). */
import type { ClaimedRun } from '../../db/queries/runner.ts';
import type { RunProgress } from '../../db/queries/runner-steps.ts';
import { type Answer, readAnswer } from './answer.ts';
import type { RunnerFunction } from './registration.ts';

export type Handler = (request: Request) => Promise<Response>;

/** Never resolved or connected to: the handler only wants an address to parse. */
export const handlerUrl = 'http://runner.invalid/api/inngest';

/** Asks for whatever comes next. The SDK calls it "step". */
export const nextStep = 'step';

interface Question {
  run: ClaimedRun;
  fn: RunnerFunction;
  /** One planned step, or `nextStep`. */
  stepId: string;
  /** How often this has failed before. */
  attempt: number;
  progress: Pick<RunProgress, 'finished' | 'parallel'>;
}

/** Has the SDK call the function with what is finished, and returns how far it came. */
export async function ask(
  handler: Handler,
  { run, fn, stepId, attempt, progress }: Question,
): Promise<Answer> {
  const stack = progress.finished.map((step) => step.stepId);
  const response = await handler(
    new Request(`${handlerUrl}?${new URLSearchParams({ fnId: fn.id, stepId })}`, {
      method: 'POST',
      headers: { host: new URL(handlerUrl).host, 'content-type': 'application/json' },
      body: JSON.stringify({
        version: 2,
        event: run.event,
        events: [run.event],
        steps: Object.fromEntries(progress.finished.map((step) => [step.stepId, step.result])),
        ctx: {
          run_id: run.id,
          attempt,
          max_attempts: fn.retries + 1,
          disable_immediate_execution: progress.parallel,
          stack: { stack, current: stack.length },
        },
      }),
    }),
  );
  return readAnswer(response, Date.now());
}
