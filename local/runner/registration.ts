/** What the SDK says of its functions when it registers, and what of it the embedded runner can keep. */
import { z } from 'zod';
import { type Handler, handlerUrl } from './ask.ts';
import { type Condition, parseCondition } from './condition.ts';
import { isCron } from './cron.ts';

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

const limitSchema = z.strictObject({
  limit: z.int().min(1),
  key: z.string().optional(),
  scope: z.literal('fn').optional(),
});

/** At most two limits, as Inngest has it: here one for all runs and one for runs of the same key. */
const concurrencySchema = z
  .union([
    z
      .int()
      .min(1)
      .transform((limit) => [{ limit, key: undefined }]),
    limitSchema.transform((limit) => [limit]),
    z.array(limitSchema).max(2),
  ])
  .transform((limits, context) => {
    const read: Pick<RunnerFunction, 'concurrency' | 'keyedConcurrency'> = {
      concurrency: null,
      keyedConcurrency: null,
    };
    for (const { limit, key } of limits) {
      const path = readPath(key);
      if (key === undefined && read.concurrency === null) read.concurrency = limit;
      else if (path && read.keyedConcurrency === null) read.keyedConcurrency = { limit, path };
      else context.addIssue({ code: 'custom', message: 'not a limit that the runner keeps' });
    }
    return read;
  });

/** Inngest's own number for functions that name none. */
const defaultRetries = 4;

export interface RunnerFunction {
  id: string;
  /** Events that start it; `condition` is null when every one does. */
  triggers: { event: string; condition: Condition | null }[];
  /** Cron expressions that start it, such as `TZ=Europe/Berlin 0 9 * * *`. */
  crons: string[];
  retries: number;
  /** Runs worked on at once, over all processes; null: no limit. */
  concurrency: number | null;
  /** The same among runs whose events have the same value at the path. */
  keyedConcurrency: { limit: number; path: string[] } | null;
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
    const crons: string[] = [];
    const triggers = fn.triggers.flatMap(({ event, expression, cron, jitter }) => {
      if (cron !== undefined) {
        if (jitter !== undefined) refuse('the jitter of a cron trigger');
        if (isCron(cron)) crons.push(cron);
        else refuse(`the cron trigger "${cron}"`);
      }
      const condition = expression === undefined ? null : parseCondition(expression);
      if (expression !== undefined && condition === null) refuse(`the trigger condition "${expression}"`);
      return event === undefined ? [] : [{ event, condition }];
    });
    const path = readPath(fn.idempotency);
    if (fn.idempotency !== undefined && path === null) {
      refuse(`the idempotency expression "${fn.idempotency}"`);
    }
    const concurrency = concurrencySchema.nullish().safeParse(fn.concurrency);
    if (!concurrency.success) refuse(`the concurrency ${JSON.stringify(fn.concurrency)}`);
    return {
      id: fn.id,
      triggers,
      crons,
      retries: fn.steps.step?.retries?.attempts ?? defaultRetries,
      concurrency: concurrency.data?.concurrency ?? null,
      keyedConcurrency: concurrency.data?.keyedConcurrency ?? null,
      idempotency: path,
    };
  });
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return functions;
}

/** `event.data.meetingId` as a path into the event; null for any other expression. */
function readPath(expression: string | undefined): string[] | null {
  return expression?.match(/^event\.(data(?:\.\w+)+)$/)?.[1]?.split('.') ?? null;
}
