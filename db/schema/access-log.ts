import { bigserial, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { AccessEvent } from '../../lib/access-log.ts';
import { meetingId } from './meeting-id.ts';
import { moment } from './moment.ts';

/** Who read, heard, exported or shared what of a meeting; rows are only added, and go with the meeting. */
export const accessLog = pgTable(
  'access_log',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    meetingId: meetingId(),
    at: moment('at').notNull().defaultNow(),
    /** `usr_`, `par_` or `shr_`: an account, a person of the meeting, a link. Not a foreign key: it outlives them. */
    who: text('who').notNull(),
    /** As they were called then. */
    name: text('name').notNull(),
    event: text('event').$type<AccessEvent>().notNull(),
    note: text('note').notNull().default(''),
    /** The account that `note` names; null where it names none. Not a foreign key, as `who`. */
    about: text('about'),
    /** Of what repeats while somebody reads: the hour, in which it is noted once; null for what counts each time. */
    hour: moment('hour'),
  },
  (t) => [
    index('access_log_meeting').on(t.meetingId, t.id),
    uniqueIndex('access_log_hour').on(t.meetingId, t.who, t.event, t.note, t.hour),
  ],
);
