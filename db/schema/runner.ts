import { index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Events that the embedded runner accepted. The id makes a second delivery a no-op. */
export const runnerEvents = pgTable('runner_events', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  data: jsonb('data').$type<Record<string, unknown>>().notNull(),
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
    attempt: integer('attempt').notNull().default(0),
    dueAt: moment('due_at').notNull().defaultNow(),
    leaseOwner: text('lease_owner'),
    leaseUntil: moment('lease_until'),
    output: jsonb('output'),
    error: jsonb('error'),
    createdAt: moment('created_at').notNull().defaultNow(),
    endedAt: moment('ended_at'),
  },
  (t) => [index('runner_runs_due').on(t.status, t.dueAt)],
);

/** Memoised results of finished steps, by the SDK's hashed step id. */
export const runnerSteps = pgTable(
  'runner_steps',
  {
    runId: text('run_id')
      .notNull()
      .references(() => runnerRuns.id, { onDelete: 'cascade' }),
    stepId: text('step_id').notNull(),
    name: text('name').notNull(),
    result: jsonb('result').notNull(),
    finishedAt: moment('finished_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.runId, t.stepId] })],
);
