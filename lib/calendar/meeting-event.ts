import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator';
import { DateTime } from 'luxon';
import { timeZoneComponent } from './time-zone-component.ts';

export interface MeetingEvent {
  method: 'REQUEST' | 'CANCEL';
  /** The same for all mails about a meeting or a series: calendars find their entry by it. */
  uid: string;
  /** Grows with each change; calendars take the highest. */
  sequence: number;
  title: string;
  start: Date;
  durationMinutes: number;
  timeZone: string;
  /** RRULE, without its name; null for a meeting that does not recur. */
  recurrence: string | null;
  url: string;
  organizer: { name: string; email: string };
  attendee: string;
  /** When this was written (DTSTAMP). */
  now: Date;
}

/** The calendar object that goes with an invitation: iTIP (RFC 5546) REQUEST or CANCEL with one event. */
export function formatMeetingEvent(event: MeetingEvent): string {
  const { method, timeZone, start } = event;
  const local = (at: Date) => DateTime.fromJSDate(at, { zone: timeZone });
  const cancelled = method === 'CANCEL';
  const calendar = ical({
    prodId: { company: 'Parley', product: 'Parley', language: 'EN' },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    timezone: { name: timeZone, generator: (zone) => timeZoneComponent(zone, start) },
  });
  calendar.createEvent({
    id: event.uid,
    sequence: event.sequence,
    stamp: event.now,
    start: local(start),
    end: local(new Date(start.getTime() + event.durationMinutes * 60_000)),
    timezone: timeZone,
    summary: event.title,
    location: event.url,
    url: event.url,
    description: cancelled ? 'This meeting was cancelled.' : `Join: ${event.url}`,
    organizer: event.organizer,
    attendees: [
      {
        email: event.attendee,
        rsvp: !cancelled,
        status: ICalAttendeeStatus.NEEDSACTION,
        role: ICalAttendeeRole.REQ,
      },
    ],
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    repeating: event.recurrence ? `RRULE:${event.recurrence}` : null,
  });
  // ical-generator writes the stamp in the calendar's zone and without a Z; the RFC asks for UTC (3.8.7.2).
  const stamp = DateTime.fromJSDate(event.now, { zone: 'utc' }).toFormat("yyyyMMdd'T'HHmmss'Z'");
  return calendar.toString().replace(/^DTSTAMP:.*?(?=\r?$)/m, `DTSTAMP:${stamp}`);
}
