import { integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import type { Id } from '../../lib/ids.ts';
import type { Persona } from '../../lib/messages.ts';
import { users } from './accounts.ts';
import { moment } from './moment.ts';

/** AI participants to choose from. Its content is in its versions, so that past meetings show what they had. */
export const personas = pgTable('personas', {
  id: text('id').$type<Id<'psn'>>().primaryKey(),
  /** Null for the ones that come with Parley. */
  ownerId: text('owner_id').references(() => users.id, { onDelete: 'set null' }),
  createdAt: moment('created_at').notNull().defaultNow(),
  archivedAt: moment('archived_at'),
});

export const personaVersions = pgTable(
  'persona_versions',
  {
    id: text('id').$type<Id<'psv'>>().primaryKey(),
    personaId: text('persona_id')
      .$type<Id<'psn'>>()
      .notNull()
      .references(() => personas.id, { onDelete: 'cascade' }),
    /** Counts from 1; the highest is the current one. */
    version: integer('version').notNull(),
    content: jsonb('content').$type<Persona>().notNull(),
    /** BCP 47 tag. */
    language: text('language').notNull().default('en'),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [unique('persona_version').on(t.personaId, t.version)],
);
