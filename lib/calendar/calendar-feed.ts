import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { entryTime, type MeetingEvent, stampInUtc } from './meeting-event.ts';
import { timeZoneComponent } from './time-zone-component.ts';

export interface FeedEvent
  extends Pick<
    MeetingEvent,
    'uid' | 'sequence' | 'title' | 'times' | 'durationMinutes' | 'timeZone' | 'url'
  > {
  /** Null for a meeting that nobody with an account planned. */
  organizer: MeetingEvent['organizer'] | null;
}

/** How often programs may ask again, in seconds: those that heed it at all. */
const refreshSeconds = 15 * 60;

/** A calendar to subscribe to (RFC 5545, METHOD:PUBLISH), with all its entries. */
export function formatCalendarFeed({
  name,
  events,
  now,
}: {
  name: string;
  events: FeedEvent[];
  now: Date;
}): string {
  const calendar = ical({
    name,
    prodId: { company: 'Parley', product: 'Parley', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: refreshSeconds,
    timezone: { name: null, generator: (zone) => timeZoneComponent(zone, earliestIn(events, zone)) },
  });
  for (const event of events) {
    for (const time of event.times) {
      calendar.createEvent({
        id: event.uid,
        sequence: event.sequence,
        timezone: event.timeZone,
        summary: event.title,
        location: event.url,
        url: event.url,
        description: event.url,
        organizer: event.organizer,
        status: ICalEventStatus.CONFIRMED,
        ...entryTime(event, time),
      });
    }
  }
  return stampInUtc(calendar.toString(), now);
}

function earliestIn(events: FeedEvent[], timeZone: string): Date {
  const starts = events
    .filter((event) => event.timeZone === timeZone)
    .map(({ times }) => times[0].start.getTime());
  return new Date(Math.min(...starts));
}
