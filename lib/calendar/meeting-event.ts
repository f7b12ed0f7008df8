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
  /** One for a meeting or a series; more when occurrences of the series were moved, or one alone of them. */
  times: [EventTime, ...EventTime[]];
  durationMinutes: number;
  timeZone: string;
  url: string;
  organizer: { name: string; email: string };
  attendee: string;
  /** When this was written (DTSTAMP). */
  now: Date;
}

/** RFC 5545: `rule` is RRULE without its name, `excluded` EXDATE, `occurrenceAt` RECURRENCE-ID. */
export type EventTime =
  | { kind: 'single'; start: Date }
  | { kind: 'series'; start: Date; rule: string; excluded: Date[] }
  | { kind: 'occurrence'; start: Date; occurrenceAt: Date };

/** The calendar object that goes with an invitation: iTIP (RFC 5546) REQUEST or CANCEL of one entry. */
export function formatMeetingEvent(event: MeetingEvent): string {
  const { timeZone, times } = event;
  const cancelled = event.method === 'CANCEL';
  const calendar = ical({
    prodId: { company: 'Parley', product: 'Parley', language: 'EN' },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    timezone: { name: timeZone, generator: (zone) => timeZoneComponent(zone, times[0].start) },
  });
  for (const time of times) calendar.createEvent({ ...commonOf(event), ...entryTime(event, time) });
  return stampInUtc(calendar.toString(), event.now);
}

/** ical-generator writes the stamp in the calendar's zone and without a Z; the RFC asks for UTC (3.8.7.2). */
export function stampInUtc(calendar: string, now: Date): string {
  const stamp = DateTime.fromJSDate(now, { zone: 'utc' }).toFormat("yyyyMMdd'T'HHmmss'Z'");
  return calendar.replace(/^DTSTAMP:.*?(?=\r?$)/gm, `DTSTAMP:${stamp}`);
}

function commonOf(event: MeetingEvent) {
  const cancelled = event.method === 'CANCEL';
  return {
    id: event.uid,
    sequence: event.sequence,
    stamp: event.now,
    timezone: event.timeZone,
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
  };
}

/** Start, end and repetition of one entry, in the zone of the meeting. */
export function entryTime(
  { timeZone, durationMinutes }: Pick<MeetingEvent, 'timeZone' | 'durationMinutes'>,
  time: EventTime,
) {
  const local = (at: Date) => DateTime.fromJSDate(at, { zone: timeZone });
  const { start } = time;
  return {
    start: local(start),
    end: local(new Date(start.getTime() + durationMinutes * 60_000)),
    repeating: time.kind === 'series' ? formatRule(time, timeZone) : null,
    recurrenceId: time.kind === 'occurrence' ? local(time.occurrenceAt) : null,
  };
}

function formatRule({ rule, excluded }: Extract<EventTime, { kind: 'series' }>, timeZone: string): string {
  const dates = excluded.map((at) =>
    DateTime.fromJSDate(at, { zone: timeZone }).toFormat("yyyyMMdd'T'HHmmss"),
  );
  return [`RRULE:${rule}`, ...dates.map((date) => `EXDATE;TZID=${timeZone}:${date}`)].join('\r\n');
}
