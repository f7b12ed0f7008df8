import { index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { LineRef } from '../../lib/assistant-messages.ts';
import type { Id, ParticipantId } from '../../lib/ids.ts';
import { users } from './accounts.ts';
import { actions } from './assistance.ts';
import { meetingId } from './meeting-id.ts';
import { participants } from './meetings.ts';
import { moment } from './moment.ts';

/** The action that made it, which makes a repeated execution find it; null for what a person wrote. */
const actionId = () =>
  text('action_id')
    .$type<Id<'act'>>()
    .unique()
    .references(() => actions.id, { onDelete: 'set null' });

export const tasks = pgTable(
  'tasks',
  {
    id: text('id').$type<Id<'tsk'>>().primaryKey(),
    meetingId: meetingId(),
    actionId: actionId(),
    text: text('text').notNull(),
    /** As it was said; null where nobody was named. */
    ownerName: text('owner_name'),
    /** The person of the meeting, and their account, where the name is one of theirs. */
    ownerId: text('owner_id')
      .$type<ParticipantId>()
      .references(() => participants.id, { onDelete: 'set null' }),
    ownerUserId: text('owner_user_id').references(() => users.id, { onDelete: 'set null' }),
    /** A day, such as `2026-03-13`, in the meeting's time zone. */
    due: text('due'),
    causeEpoch: integer('cause_epoch'),
    causeSeq: integer('cause_seq'),
    /** Of a task that a summary found: what it is, once in the meeting; null for others. */
    foundKey: text('found_key'),
    /** The words that a summary found it in, and their lines. */
    quote: text('quote').notNull().default(''),
    lines: jsonb('lines').$type<LineRef[]>().notNull().default([]),
    /** A person ticked or corrected it: no later summary changes it or takes it away. */
    touchedAt: moment('touched_at'),
    doneAt: moment('done_at'),
    /** Taken away by a person; kept so that no later summary brings it back. */
    removedAt: moment('removed_at'),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [index('tasks_owner').on(t.ownerUserId), uniqueIndex('tasks_found').on(t.meetingId, t.foundKey)],
);

export const decisions = pgTable(
  'decisions',
  {
    id: text('id').$type<Id<'dec'>>().primaryKey(),
    meetingId: meetingId(),
    actionId: actionId(),
    text: text('text').notNull(),
    recordedBy: text('recorded_by')
      .$type<ParticipantId>()
      .references(() => participants.id, { onDelete: 'set null' }),
    causeEpoch: integer('cause_epoch'),
    causeSeq: integer('cause_seq'),
    /** Of a decision that a summary found: what it is, once in the meeting; null for others. */
    foundKey: text('found_key'),
    lines: jsonb('lines').$type<LineRef[]>().notNull().default([]),
    /** A person corrected it: no later summary changes it or takes it away. */
    touchedAt: moment('touched_at'),
    /** Taken away by a person; kept so that no later summary brings it back. */
    removedAt: moment('removed_at'),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('decisions_found').on(t.meetingId, t.foundKey)],
);
