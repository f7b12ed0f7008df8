/** What the SDK answers when a run is driven one request further (Inngest SDK specification, section 4.4). */
import { z } from 'zod';
import { parseCondition } from './condition.ts';

const operationSchema = z.looseObject({
  id: z.string(),
  op: z.string(),
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
  opts: z.unknown().optional(),
});

const waitOptions = z.looseObject({ timeout: z.string(), if: z.string().optional() });

const invokeOptions = z.looseObject({
  function_id: z.string(),
  payload: z.looseObject({ data: z.record(z.string(), z.unknown()).nullish() }).optional(),
  timeout: z.string().optional(),
});

export type Operation =
  /** A step ended; `result` is its memo: the handler gets it instead of running the step again. */
  | { kind: 'finished'; id: string; name: string; result: Memo }
  | { kind: 'sleep'; id: string; name: string; untilMs: number }
  /** `condition` is null when any event of the name will do. */
  | { kind: 'wait'; id: string; name: string; event: string; condition: string | null; untilMs: number }
  | {
      kind: 'invoke';
      id: string;
      name: string;
      functionId: string;
      data: Record<string, unknown>;
      untilMs: number;
    }
  /** One of several steps that may run side by side; each is asked for by its id. */
  | { kind: 'planned'; id: string; name: string }
  /** The step failed and may be tried again. */
  | { kind: 'retry'; id: string; name: string; error: unknown }
  | { kind: 'unsupported'; id: string; name: string; op: string };

export type Memo = { type: 'data'; data: unknown } | { type: 'error'; error: unknown };

export type Answer =
  | { kind: 'operations'; operations: Operation[]; retryAfterMs: number | null }
  | { kind: 'completed'; output: unknown }
  | Failure;

export interface Failure {
  kind: 'failed';
  /** The SDK's serialised error: `name`, `message`, `stack`. */
  error: unknown;
  retriable: boolean;
  /** The wait that a `RetryAfterError` asked for. */
  retryAfterMs: number | null;
}

/** Characters of one answer. Inngest refuses a step's output above 4 MiB; so do we, or production would differ. */
const maxAnswer = 4 * 1024 * 1024;

/** Reads one answer of `serve()`. Throws when it is not of the protocol. */
export async function readAnswer(response: Response, nowMs: number): Promise<Answer> {
  const text = await response.text();
  if (text.length > maxAnswer) {
    return { kind: 'failed', error: tooLarge(text.length), retriable: false, retryAfterMs: null };
  }
  const body: unknown = JSON.parse(text || 'null');
  const retryAfterMs = readRetryAfter(response.headers.get('retry-after'), nowMs);
  if (response.status === 200) return { kind: 'completed', output: body };
  if (response.status === 206) {
    const operations = z
      .array(operationSchema)
      .parse(body)
      .map((each) => readOperation(each, nowMs));
    return { kind: 'operations', operations, retryAfterMs };
  }
  const retriable = response.headers.get('x-inngest-no-retry') !== 'true';
  return { kind: 'failed', error: body, retriable, retryAfterMs };
}

const tooLarge = (length: number) => ({
  name: 'OutputTooLarge',
  message: `A step may return 4 MiB at most; this one returned ${length} characters. Store it and return its id.`,
});

function readOperation(raw: z.infer<typeof operationSchema>, nowMs: number): Operation {
  const step = { id: raw.id, name: raw.displayName ?? raw.name ?? raw.id };
  switch (raw.op) {
    case 'StepRun':
    case 'Step':
      return { kind: 'finished', ...step, result: { type: 'data', data: raw.data ?? null } };
    case 'StepFailed':
      return { kind: 'finished', ...step, result: { type: 'error', error: raw.error } };
    case 'StepError':
      return { kind: 'retry', ...step, error: raw.error };
    case 'StepPlanned':
      return { kind: 'planned', ...step };
    case 'Sleep':
      return { kind: 'sleep', ...step, untilMs: readSleep(raw.name ?? '', nowMs) };
    case 'WaitForEvent': {
      const { timeout, if: text } = waitOptions.parse(raw.opts);
      if (text !== undefined && parseCondition(text) === null) {
        return { kind: 'unsupported', ...step, op: `the condition "${text}"` };
      }
      const untilMs = readSleep(timeout, nowMs);
      return { kind: 'wait', ...step, event: raw.name ?? '', condition: text ?? null, untilMs };
    }
    case 'InvokeFunction': {
      const { function_id, payload, timeout } = invokeOptions.parse(raw.opts);
      return {
        kind: 'invoke',
        ...step,
        functionId: function_id,
        data: payload?.data ?? {},
        untilMs: timeout === undefined ? nowMs + longestMs : readSleep(timeout, nowMs),
      };
    }
    default:
      return { kind: 'unsupported', ...step, op: raw.op };
  }
}

/** Inngest waits no longer than this for anything. */
const longestMs = 366 * 86_400_000;

const unitMs: Record<string, number> = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000 };

/** A sleep's end: `1h30m` from now, or a date. */
export function readSleep(text: string, nowMs: number): number {
  const parts = [...text.matchAll(/(\d+)([wdhms])/g)];
  if (parts.map((part) => part[0]).join('') === text) {
    return nowMs + parts.reduce((sum, [, count, unit]) => sum + Number(count) * (unitMs[unit ?? ''] ?? 0), 0);
  }
  const date = Date.parse(text);
  if (Number.isNaN(date)) throw new Error(`a sleep of "${text}" is not understood`);
  return date;
}

function readRetryAfter(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  if (/^\d+$/.test(header)) return Number(header) * 1_000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs);
}
