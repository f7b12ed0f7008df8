import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { moment } from './moment.ts';

/** People with an account. The first one owns the installation. Columns are better-auth's, plus our own. */
export const users = pgTable(
  'users',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** Lower case. Only the owner's may be unproven: everyone else came by a link in a mail, or by OAuth. */
    email: text('email').notNull().unique(),
    emailVerified: boolean('email_verified').notNull().default(false),
    image: text('image'),
    role: text('role').$type<'owner' | 'member'>().notNull().default('member'),
    /** IANA name, for the times of meetings that this person plans. */
    timeZone: text('time_zone').notNull().default('UTC'),
    /** Part of the address of the person's calendar; a higher one makes earlier addresses useless. */
    calendarVersion: integer('calendar_version').notNull().default(0),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  // Two first accounts at the same moment: one of them is refused here.
  (t) => [uniqueIndex('users_one_owner').on(t.role).where(sql`${t.role} = 'owner'`)],
);

const userId = () =>
  text('user_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' });

export const sessions = pgTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    userId: userId(),
    token: text('token').notNull().unique(),
    /** The token before the last rotation; good for a short while, for requests that were under way. */
    previousToken: text('previous_token').unique(),
    rotatedAt: moment('rotated_at').notNull().defaultNow(),
    expiresAt: moment('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (t) => [index('sessions_user').on(t.userId)],
);

/** How a person signs in: a password hash, or an identity at another service. */
export const accounts = pgTable(
  'accounts',
  {
    id: text('id').primaryKey(),
    userId: userId(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: moment('access_token_expires_at'),
    refreshTokenExpiresAt: moment('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (t) => [index('accounts_user').on(t.userId), unique('accounts_provider').on(t.providerId, t.accountId)],
);

/** Secrets that were sent out (links in mails, OAuth states), each good once. */
export const verifications = pgTable(
  'verifications',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (t) => [index('verifications_identifier').on(t.identifier)],
);

/** Settings of the installation; one row, or none while everything is as it came. */
export const workspace = pgTable('workspace', {
  id: integer('id').primaryKey().default(1),
  /** Whether people may make accounts by themselves after the first one. */
  openSignUp: boolean('open_sign_up').notNull().default(false),
  /** Days that meetings are kept after their end; null: for ever. */
  keepDays: integer('keep_days'),
});
