import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { Role } from '../../lib/roles.ts';
import { users } from './accounts.ts';
import { meetingId } from './meeting-id.ts';
import { moment } from './moment.ts';

/** A link, or a mail with a link, that lets its holder into one meeting, or all of a series, with one role. */
export const invitations = pgTable(
  'invitations',
  {
    id: text('id').primaryKey(),
    /** Of a series: its first row. */
    meetingId: meetingId(),
    role: text('role').$type<Role>().notNull(),
    /** SHA-256 of the secret in the link; the secret itself is not stored. */
    tokenHash: text('token_hash').notNull().unique(),
    /** Set for an invitation by mail: the address and its lower-case form are the same. */
    email: text('email'),
    /** The account that opened a mailed link: the address is this person's, whatever the account's own is. */
    userId: text('user_id').references(() => users.id, { onDelete: 'set null' }),
    expiresAt: moment('expires_at').notNull(),
    /** Null: any number of people. */
    maxUses: integer('max_uses'),
    uses: integer('uses').notNull().default(0),
    revokedAt: moment('revoked_at'),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [
    index('invitations_meeting').on(t.meetingId),
    index('invitations_email').on(t.email),
    index('invitations_user').on(t.userId),
  ],
);
