/** What the SDK says of its functions when it registers, and what of it the embedded runner can keep. */
import { z } from 'zod';
import { type Handler, handlerUrl } from './ask.ts';

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
  concurrency: z.unknown().optional(),
});

const registrationSchema = z.looseObject({ functions: z.array(functionSchema) });

/** A plain number of runs; keys and scopes need a real Inngest. */
const concurrencySchema = z.union([
  z.int().min(1),
  z.strictObject({ limit: z.int().min(1) }).transform(({ limit }) => limit),
  z.tuple([z.strictObject({ limit: z.int().min(1) })]).transform(([{ limit }]) => limit),
]);

/** Inngest's own number for functions that name none. */
const defaultRetries = 4;

export interface RunnerFunction {
  id: string;
  /** Events that start it. `failureOf`: only failures of that function. */
  triggers: { event: string; failureOf: string | null }[];
  retries: number;
  /** Runs worked on at once, over all processes; null: no limit. */
  concurrency: number | null;
  /** Path into the event, such as `['data', 'meetingId']`, that makes a second run a repetition; null: event id. */
  idempotency: string[] | null;
}

/** Asks the handler for its functions. Throws one sentence per option that the runner does not keep. */
export async function register(handler: Handler): Promise<RunnerFunction[]> {
  const response = await handler(
    new Request(handlerUrl, {
      method: 'PUT',
      headers: {
        host: new URL(handlerUrl).host,
        'content-type': 'application/json',
        'x-inngest-sync-kind': 'in_band',
      },
      body: JSON.stringify({ url: handlerUrl }),
    }),
  );
  return readRegistration(await response.json());
}

const understood = new Set(['id', 'name', 'triggers', 'steps', 'idempotency', 'concurrency']);

/** Reads a registration: nothing in it is ignored. */
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
    const path = fn.idempotency?.match(/^event\.(data(?:\.\w+)+)$/)?.[1]?.split('.') ?? null;
    if (fn.idempotency !== undefined && path === null) {
      refuse(`the idempotency expression "${fn.idempotency}"`);
    }
    const concurrency = concurrencySchema.nullish().safeParse(fn.concurrency);
    if (!concurrency.success) refuse(`the concurrency ${JSON.stringify(fn.concurrency)}`);
    return {
      id: fn.id,
      triggers,
      retries: fn.steps.step?.retries?.attempts ?? defaultRetries,
      concurrency: concurrency.data ?? null,
      idempotency: path,
    };
  });
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return functions;
}
