/** Where a meeting stands, as SQL: lists, filters and counts read the same expressions. */
import { type SQL, sql } from 'drizzle-orm';
import type { MeetingOrigin, MeetingPhase, MeetingTimes } from '../../lib/planning.ts';
import { meetings } from '../schema/meetings.ts';

/** What lists are sorted by; the index `meetings_time` has it. */
export const meetingTime = sql<Date>`coalesce(${meetings.startedAt}, ${meetings.scheduledAt}, ${meetings.createdAt})`;

/** End of the time that was planned; a meeting that was made to begin at once has a day to do so. */
const slotEnd = sql`coalesce(
  ${meetings.scheduledAt} + make_interval(mins => coalesce(${meetings.durationMinutes}, 60)),
  ${meetings.createdAt} + interval '1 day')`;

export const meetingPhase = sql<MeetingPhase>`case
  when ${meetings.cancelledAt} is not null then 'cancelled'
  when ${meetings.status} = 'live' then 'live'
  when ${meetings.status} = 'scheduled' and ${slotEnd} >= now() then 'upcoming'
  when ${meetings.status} = 'scheduled' or ${meetings.startedAt} is null then 'missed'
  else 'ended' end`;

/** Conditions on `status` come first: it is a plain column, the phase is computed. */
export function isInTimes(times: MeetingTimes): SQL | undefined {
  switch (times) {
    case 'all':
      return undefined;
    case 'live':
      return sql`${meetings.status} = 'live'`;
    case 'upcoming':
      return sql`${meetings.status} = 'scheduled' and ${slotEnd} >= now()`;
    case 'past':
      return sql`(${meetings.status} in ('ended', 'completed') or (${meetings.status} = 'scheduled' and ${slotEnd} < now()))`;
  }
}

export function isOfOrigin(origin: MeetingOrigin, userId: string): SQL | undefined {
  if (origin === 'all') return undefined;
  if (origin === 'mine') return sql`${meetings.ownerId} = ${userId}`;
  return sql`${meetings.ownerId} is distinct from ${userId}`;
}
