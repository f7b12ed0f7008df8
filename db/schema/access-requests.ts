import { index, pgTable, text, unique } from 'drizzle-orm/pg-core';
import type { Id, MeetingId } from '../../lib/ids.ts';
import { users } from './accounts.ts';
import { meetings } from './meetings.ts';
import { moment } from './moment.ts';

/** Who asked to see which meeting, and who may since. They go with the account, and with the meeting. */
export const accessRequests = pgTable(
  'access_requests',
  {
    id: text('id').$type<Id<'arq'>>().primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** What they asked for. Also the id of no meeting is kept: whoever asks must not learn that there is none. */
    wantedId: text('wanted_id').$type<MeetingId>().notNull(),
    /** Null where the request reaches nobody: there is no such meeting, or they were removed from it. */
    meetingId: text('meeting_id')
      .$type<MeetingId>()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    /** To the hosts; empty for none. */
    note: text('note').notNull(),
    state: text('state').$type<AccessRequestState>().notNull().default('open'),
    askedAt: moment('asked_at').notNull().defaultNow(),
  },
  (t) => [
    unique('access_requests_once').on(t.userId, t.wantedId),
    index('access_requests_meeting').on(t.meetingId),
  ],
);

/** `disallowed`: was allowed, and a host has taken it back. Whoever asked sees `refused` and `disallowed` as `open`. */
export type AccessRequestState = 'open' | 'allowed' | 'refused' | 'disallowed';
