import { sql } from 'drizzle-orm';
import { boolean, index, integer, json, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { moment } from './moment.ts';

/** Events that the embedded runner accepted. The id makes a second delivery a no-op. */
export const runnerEvents = pgTable('runner_events', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** `json` here and below: unlike `jsonb` it keeps a NUL, a lone surrogate and the order of keys. */
  data: json('data').$type<Record<string, unknown>>().notNull(),
  receivedAt: moment('received_at').notNull().defaultNow(),
});

/** One run of one function for one event, with the lease of the process that works on it. */
export const runnerRuns = pgTable(
  'runner_runs',
  {
    id: text('id').primaryKey(),
    functionId: text('function_id').notNull(),
    eventId: text('event_id')
      .notNull()
      .references(() => runnerEvents.id, { onDelete: 'cascade' }),
    /** Function id plus idempotency key or event id; a second run of the same key never starts. */
    dedupeKey: text('dedupe_key').notNull().unique(),
    status: text('status').$type<'queued' | 'completed' | 'failed'>().notNull().default('queued'),
    /** Failures since the last progress. */
    attempt: integer('attempt').notNull().default(0),
    dueAt: moment('due_at').notNull().defaultNow(),
    leaseOwner: text('lease_owner'),
    leaseUntil: moment('lease_until'),
    /** Processes that died, or lost the lease, since the last progress. */
    lostLeases: integer('lost_leases').notNull().default(0),
    /** Steps were planned side by side: from then on the SDK only plans, and every step is asked for by its id. */
    parallel: boolean('parallel').notNull().default(false),
    /** Value that limits how many runs of the function are worked on at once; null: only the function's own limit. */
    concurrencyKey: text('concurrency_key'),
    /** The step of another run that waits for this one. */
    parentRunId: text('parent_run_id'),
    parentStepId: text('parent_step_id'),
    /** What it waited for came while somebody worked on it: it is due at once. */
    woken: boolean('woken').notNull().default(false),
    output: json('output'),
    error: json('error'),
    createdAt: moment('created_at').notNull().defaultNow(),
    endedAt: moment('ended_at'),
  },
  (t) => [
    index('runner_runs_due').on(t.status, t.dueAt),
    index('runner_runs_key').on(t.functionId, t.concurrencyKey).where(sql`${t.status} = 'queued'`),
  ],
);

/** Steps by the SDK's hashed step id: memoised results, running sleeps, and parallel steps still to be done. */
export const runnerSteps = pgTable(
  'runner_steps',
  {
    runId: text('run_id')
      .notNull()
      .references(() => runnerRuns.id, { onDelete: 'cascade' }),
    stepId: text('step_id').notNull(),
    name: text('name').notNull(),
    /** What the handler gets instead of running the step again; null while a parallel step is not done. */
    result: json('result').$type<StepResult>(),
    /** In the future for a sleep or a wait that lasts; null while a parallel step is not done. */
    finishedAt: moment('finished_at'),
    /** Name of the event that ends the wait early, and the condition on it. */
    awaitsEvent: text('awaits_event'),
    awaitsIf: text('awaits_if'),
    /** Failures of a parallel step, and when it may run again. */
    attempt: integer('attempt').notNull().default(0),
    dueAt: moment('due_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.stepId] }),
    index('runner_steps_awaits').on(t.awaitsEvent, t.finishedAt).where(sql`${t.awaitsEvent} is not null`),
  ],
);

export type StepResult = { type: 'data'; data: unknown } | { type: 'error'; error: unknown };
