import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { stampInUtc } from './meeting-event.ts';

export interface CalendarTask {
  id: string;
  text: string;
  /** As it was said; null where nobody was named. */
  owner: string | null;
  /** A day, such as `2026-03-13`. */
  due: string;
  meetingTitle: string;
  /** The page of the meeting. */
  url: string;
}

/**
 * Tasks on the days on which they are due (RFC 5545, METHOD:PUBLISH). All-day events and not VTODO: Google Calendar
 * and Outlook leave that out when they import a file. The days stay free. Imported again, an entry is the same one.
 */
export function formatTaskCalendar({ tasks, now }: { tasks: readonly CalendarTask[]; now: Date }): string {
  const calendar = ical({
    name: 'Tasks of meetings',
    prodId: { company: 'Parley', product: 'Parley', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const { id, text, owner, due, meetingTitle, url } of tasks) {
    calendar.createEvent({
      id: `${id}@parley`,
      start: new Date(`${due}T00:00:00Z`),
      timezone: 'UTC',
      allDay: true,
      summary: owner === null ? text : `${owner}: ${text}`,
      description: `From "${meetingTitle}"\n${url}`,
      url,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return stampInUtc(calendar.toString(), now);
}
