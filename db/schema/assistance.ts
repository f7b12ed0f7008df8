import { sql } from 'drizzle-orm';
import {
  bigserial,
  boolean,
  index,
  integer,
  json,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type {
  ActionStatus,
  AgentEvent,
  ApprovalState,
  LineRef,
  Reply,
} from '../../lib/assistant-messages.ts';
import type { Id, ParticipantId } from '../../lib/ids.ts';
import type { MeantPerson } from '../../lib/tools/tool.ts';
import { meetingId } from './meeting-id.ts';
import { participants } from './meetings.ts';
import { moment } from './moment.ts';

const participant = (name: string) =>
  text(name)
    .$type<ParticipantId>()
    .references(() => participants.id, { onDelete: 'cascade' });
const toolArguments = (name: string) => json(name).$type<Record<string, unknown>>();

/** Proposals of the AI participant. A state other than `pending` never changes again. */
export const approvals = pgTable(
  'approvals',
  {
    id: text('id').$type<Id<'apr'>>().primaryKey(),
    meetingId: meetingId(),
    /** The agent's key of the call: the same call again finds this row. */
    key: text('key').notNull(),
    tool: text('tool').notNull(),
    /** What will run: after an edit, what the person made of it. */
    arguments: toolArguments('arguments').notNull(),
    /** Whom the names in the arguments mean. */
    people: json('people').$type<MeantPerson[]>().notNull().default([]),
    /** SHA-256 of tool, canonical arguments and people. */
    digest: text('digest').notNull(),
    /** What was proposed, where a person changed it. */
    original: toolArguments('original'),
    askedBy: participant('asked_by').notNull(),
    approver: participant('approver').notNull(),
    /** The line that caused it. */
    causeEpoch: integer('cause_epoch'),
    causeSeq: integer('cause_seq'),
    state: text('state').$type<ApprovalState>().notNull().default('pending'),
    shownAt: moment('shown_at'),
    decidedBy: participant('decided_by'),
    decidedAt: moment('decided_at'),
    reason: text('reason').notNull().default(''),
    createdAt: moment('created_at').notNull().defaultNow(),
    expiresAt: moment('expires_at').notNull(),
  },
  (t) => [
    uniqueIndex('approvals_key').on(t.meetingId, t.key),
    // Identical proposals that wait share one row.
    uniqueIndex('approvals_pending').on(t.meetingId, t.approver, t.digest).where(sql`${t.state} = 'pending'`),
    index('approvals_expiry').on(t.state, t.expiresAt),
  ],
);

/** What was approved and what came of it: the ledger that is written before the effect. */
export const actions = pgTable(
  'actions',
  {
    id: text('id').$type<Id<'act'>>().primaryKey(),
    approvalId: text('approval_id')
      .$type<Id<'apr'>>()
      .notNull()
      .unique()
      .references(() => approvals.id, { onDelete: 'cascade' }),
    meetingId: meetingId(),
    /** The approval's digest when it was decided; what runs must still have it. */
    digest: text('digest').notNull(),
    status: text('status').$type<ActionStatus>().notNull().default('waiting'),
    claimedAt: moment('claimed_at'),
    finishedAt: moment('finished_at'),
    /** A sentence about the result or the failure. */
    message: text('message').notNull().default(''),
    made: jsonb('made').$type<{ kind: string; id: string }[]>().notNull().default([]),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [index('actions_meeting').on(t.meetingId)],
);

/** Who did what to a proposal, in order; rows are only added. */
export const approvalLog = pgTable(
  'approval_log',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    meetingId: meetingId(),
    /** Null where a proposal was refused before it became one. */
    approvalId: text('approval_id')
      .$type<Id<'apr'>>()
      .references(() => approvals.id, { onDelete: 'cascade' }),
    at: moment('at').notNull().defaultNow(),
    event: text('event').$type<ApprovalState | ActionStatus | 'proposed' | 'shown' | 'refused'>().notNull(),
    by: participant('by'),
    /** A sentence for people. */
    note: text('note').notNull().default(''),
  },
  (t) => [index('approval_log_meeting').on(t.meetingId, t.id)],
);

/** What the AI participant answered. */
export const replies = pgTable(
  'replies',
  {
    id: text('id').$type<Id<'rpl'>>().primaryKey(),
    meetingId: meetingId(),
    epoch: integer('epoch').notNull(),
    kind: text('kind').$type<Reply['kind']>().notNull(),
    askerId: participant('asker_id'),
    question: text('question').notNull(),
    causeEpoch: integer('cause_epoch'),
    causeSeq: integer('cause_seq'),
    audience: text('audience').$type<Reply['audience']>().notNull(),
    text: text('text').notNull(),
    citations: jsonb('citations').$type<LineRef[]>().notNull(),
    by: text('by').$type<Reply['by']>().notNull(),
    spoken: boolean('spoken').notNull(),
    state: text('state').$type<Reply['state']>().notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [
    index('replies_meeting').on(t.meetingId, t.createdAt),
    // A meeting is greeted once, however many agents it has.
    uniqueIndex('replies_greeting').on(t.meetingId).where(sql`${t.kind} = 'greeting'`),
  ],
);

/** What agents are told, by server-sent events; `id` is the event's id. */
export const agentEvents = pgTable(
  'agent_events',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    meetingId: meetingId(),
    type: text('type').$type<AgentEvent['type']>().notNull(),
    approvalId: text('approval_id')
      .$type<Id<'apr'>>()
      .notNull()
      .references(() => approvals.id, { onDelete: 'cascade' }),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [index('agent_events_meeting').on(t.meetingId, t.id)],
);

/** Stretches off the record: nothing that was said in them is kept. */
export const pauses = pgTable(
  'pauses',
  {
    id: text('id').$type<Id<'pau'>>().primaryKey(),
    meetingId: meetingId(),
    by: participant('by'),
    /** In a breakout room: it came with that of the main room, and ends with it. */
    withMain: boolean('with_main').notNull().default(false),
    startedAt: moment('started_at').notNull(),
    endedAt: moment('ended_at'),
  },
  (t) => [
    uniqueIndex('pauses_open').on(t.meetingId).where(sql`${t.endedAt} is null`),
    index('pauses_meeting').on(t.meetingId),
  ],
);
