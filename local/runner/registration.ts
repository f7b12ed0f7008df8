/** What the SDK says of its functions when it registers, and what of it the embedded runner can keep. */
import { z } from 'zod';

const triggerSchema = z.strictObject({
  event: z.string().optional(),
  expression: z.string().optional(),
  cron: z.string().optional(),
  jitter: z.string().optional(),
});

const functionSchema = z.looseObject({
  id: z.string(),
  triggers: z.array(triggerSchema),
  steps: z.record(
    z.string(),
    z.looseObject({ retries: z.looseObject({ attempts: z.number().int() }).optional() }),
  ),
  idempotency: z.string().optional(),
});

export const registrationSchema = z.looseObject({ functions: z.array(functionSchema) });

/** Inngest's own number for functions that name none. */
const defaultRetries = 4;

export interface RunnerFunction {
  id: string;
  /** Events that start it. `failureOf`: only failures of that function. */
  triggers: { event: string; failureOf: string | null }[];
  retries: number;
  /** Path into the event, such as `['data', 'meetingId']`, that makes a second run a repetition; null: event id. */
  idempotency: string[] | null;
}

const understood = new Set(['id', 'name', 'triggers', 'steps', 'idempotency']);

/** Reads a registration. Throws one sentence per option that the runner does not keep: nothing is ignored. */
export function readRegistration(payload: unknown): RunnerFunction[] {
  const problems: string[] = [];
  const functions = registrationSchema.parse(payload).functions.map((fn): RunnerFunction => {
    const refuse = (option: string) =>
      problems.push(
        `${fn.id}: the embedded runner does not support ${option}; use a real Inngest (INNGEST_*)`,
      );
    for (const [option, value] of Object.entries(fn)) {
      if (!understood.has(option) && value !== undefined && value !== null) refuse(option);
    }
    const triggers = fn.triggers.flatMap(({ event, expression, cron }) => {
      if (cron !== undefined) refuse(`the cron trigger "${cron}"`);
      const failureOf = expression?.match(/^event\.data\.function_id == '([^']+)'$/)?.[1] ?? null;
      if (expression !== undefined && failureOf === null) refuse(`the trigger condition "${expression}"`);
      return event === undefined ? [] : [{ event, failureOf }];
    });
    const path =
      fn.idempotency
        ?.match(/^event((?:\.\w+)+)$/)?.[1]
        ?.slice(1)
        .split('.') ?? null;
    if (fn.idempotency !== undefined && path === null)
      refuse(`the idempotency expression "${fn.idempotency}"`);
    return {
      id: fn.id,
      triggers,
      retries: Object.values(fn.steps)[0]?.retries?.attempts ?? defaultRetries,
      idempotency: path,
    };
  });
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return functions;
}
