import type { CalendarMeeting } from '../../db/queries/calendar.ts';
import { seriesHead } from '../../db/queries/occurrences.ts';
import type { FeedEvent } from '../../lib/calendar/calendar-feed.ts';

/** A meeting as an entry of a calendar. Its page is where to join, and later what is left of it. */
export function feedEvent({ meeting, times, organizer }: CalendarMeeting, site: string): FeedEvent {
  const isOver = meeting.status === 'ended' || meeting.status === 'completed';
  return {
    // As in the invitation: a program that has both knows that they are the same.
    uid: `${seriesHead(meeting)}@parley`,
    sequence: meeting.sequence,
    title: meeting.title,
    times,
    durationMinutes: meeting.durationMinutes ?? 60,
    timeZone: meeting.timeZone ?? 'UTC',
    url: isOver ? `${site}/meetings/${meeting.id}` : `${site}/m/${meeting.code}`,
    organizer,
  };
}
