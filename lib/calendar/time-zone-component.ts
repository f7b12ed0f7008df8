import { DateTime } from 'luxon';

/** Years behind the first occurrence for which clock changes are written out. */
const years = 6;

/**
 * VTIMEZONE of RFC 5545 (3.6.5) for an IANA zone: each clock change from the one before `from` on, for some years.
 * Calendars that know the zone by its name use their own rules; the others are right for that long.
 */
export function timeZoneComponent(timeZone: string, from: Date): string {
  const start = DateTime.fromJSDate(from, { zone: timeZone });
  const changes = clockChanges(start.minus({ years: 1 }), start.plus({ years }));
  const first = start.minus({ years: 1 });
  const observances = changes.length > 0 ? changes : [{ at: first, from: first.offset, to: first.offset }];
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${timeZone}`,
    ...observances.flatMap(({ at, from, to }) => {
      const kind = at.isInDST ? 'DAYLIGHT' : 'STANDARD';
      return [
        `BEGIN:${kind}`,
        // The local time at which the change happens, as the clock showed it before.
        `DTSTART:${at.toUTC().plus({ minutes: from }).toFormat("yyyyMMdd'T'HHmmss")}`,
        `TZOFFSETFROM:${formatOffset(from)}`,
        `TZOFFSETTO:${formatOffset(to)}`,
        `END:${kind}`,
      ];
    }),
    'END:VTIMEZONE',
  ].join('\r\n');
}

interface ClockChange {
  at: DateTime;
  /** Offsets from UTC in minutes. */
  from: number;
  to: number;
}

function clockChanges(start: DateTime, end: DateTime): ClockChange[] {
  const changes: ClockChange[] = [];
  for (let day = start; day < end; day = day.plus({ days: 1 })) {
    const next = day.plus({ days: 1 });
    if (next.offset !== day.offset)
      changes.push({ at: findChange(day, next), from: day.offset, to: next.offset });
  }
  return changes;
}

/** The first minute with the new offset. */
function findChange(before: DateTime, after: DateTime): DateTime {
  const { zone } = before;
  const at = (minute: number) => DateTime.fromMillis(minute * 60_000, { zone });
  let low = Math.floor(before.toMillis() / 60_000);
  let high = Math.floor(after.toMillis() / 60_000);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (at(middle).offset === before.offset) low = middle;
    else high = middle;
  }
  return at(high);
}

function formatOffset(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
}
