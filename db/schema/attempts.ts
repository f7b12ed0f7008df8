import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** How often one source tried something that must not be guessed, in a window that starts with the first try. */
export const attempts = pgTable('attempts', {
  key: text('key').primaryKey(),
  count: integer('count').notNull(),
  endsAt: timestamp('ends_at', { withTimezone: true, mode: 'date' }).notNull(),
});
