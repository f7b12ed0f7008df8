import ICAL from 'ical.js';

export interface CalendarEntry {
  title: string;
  /** Unix time in milliseconds. */
  startsAtMs: number;
}

/** Events of an iCalendar text (RFC 5545) and the method it was sent with. Throws where it does not parse. */
export function readCalendar(text: string): { method: string | null; entries: CalendarEntry[] } {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const entries = calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return { title: event.summary, startsAtMs: event.startDate.toJSDate().getTime() };
  });
  const method = calendar.getFirstPropertyValue('method');
  return { method: typeof method === 'string' ? method : null, entries };
}
