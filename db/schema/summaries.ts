import { index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import type { AnsweredBy } from '../../lib/assistant-messages.ts';
import type { Id } from '../../lib/ids.ts';
import type { AfterStage, StageState, Summary, SummaryBasis, WrittenSummary } from '../../lib/summary.ts';
import type { SummaryTemplate } from '../../lib/summary-choice.ts';
import { meetingId } from './meeting-id.ts';
import { moment } from './moment.ts';

/** Versions of a meeting's summary; rows are only added, and the highest version counts. */
export const summaries = pgTable(
  'summaries',
  {
    id: text('id').$type<Id<'sum'>>().primaryKey(),
    meetingId: meetingId(),
    /** Counts from 1. */
    version: integer('version').notNull(),
    basis: text('basis').$type<SummaryBasis>().notNull(),
    template: text('template').$type<SummaryTemplate>().notNull(),
    instructions: text('instructions').notNull().default(''),
    by: text('by').$type<AnsweredBy>().notNull(),
    model: text('model').notNull(),
    content: jsonb('content').$type<Summary>().notNull(),
    droppedCitations: integer('dropped_citations').notNull().default(0),
    /** SHA-256 of all that the model was given: the same input makes no second version. */
    inputDigest: text('input_digest').notNull(),
    /** Time that the model took, in milliseconds. */
    modelMs: integer('model_ms').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [
    unique('summaries_version').on(t.meetingId, t.version),
    index('summaries_input').on(t.meetingId, t.inputDigest),
  ],
);

/** What a model has answered and is not a version yet: a model that was asked once is not asked again. */
export const summaryDrafts = pgTable(
  'summary_drafts',
  {
    meetingId: meetingId(),
    /** As in the version that it becomes. */
    inputDigest: text('input_digest').notNull(),
    /** Counts from 1; 0 is the whole, made of the parts or of all lines at once. */
    part: integer('part').notNull(),
    written: jsonb('written').$type<WrittenSummary>().notNull(),
    modelMs: integer('model_ms').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.inputDigest, t.part] })],
);

/** How far the work after a meeting is, with a sentence for people. */
export const meetingStages = pgTable(
  'meeting_stages',
  {
    meetingId: meetingId(),
    stage: text('stage').$type<AfterStage>().notNull(),
    state: text('state').$type<StageState>().notNull(),
    message: text('message').notNull().default(''),
    changedAt: moment('changed_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.stage] })],
);
