import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { Id } from '../../lib/ids.ts';
import type { SharePart } from '../../lib/shares.ts';
import { meetingId } from './meeting-id.ts';
import { moment } from './moment.ts';

/** Links that show parts of a meeting to whoever has them. They go with the meeting. */
export const shares = pgTable(
  'shares',
  {
    id: text('id').$type<Id<'shr'>>().primaryKey(),
    meetingId: meetingId(),
    /** SHA-256 of the secret in the link; the secret itself is not stored. */
    secretHash: text('secret_hash').notNull().unique(),
    parts: text('parts').array().$type<SharePart[]>().notNull(),
    /** A part of the meeting, on its clock in milliseconds; null: the whole. */
    fromMs: integer('from_ms'),
    untilMs: integer('until_ms'),
    /** Whom it is for; empty for nobody in particular. */
    label: text('label').notNull(),
    /** Who made it, as the access log has them. */
    createdBy: text('created_by').notNull(),
    createdByName: text('created_by_name').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    expiresAt: moment('expires_at').notNull(),
    revokedAt: moment('revoked_at'),
    opens: integer('opens').notNull().default(0),
    lastOpenedAt: moment('last_opened_at'),
  },
  (t) => [index('shares_meeting').on(t.meetingId)],
);
