import { describe, expect, it } from 'vitest';
import { readCalendar } from './calendar-entries.ts';

const calendar = (...event: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//EN', 'METHOD:REQUEST', ...event, 'END:VCALENDAR'].join(
    '\r\n',
  );

describe(readCalendar, () => {
  it('reads title and moment of each event', () => {
    const text = calendar(
      'BEGIN:VEVENT',
      'UID:1',
      'DTSTAMP:20260301T000000Z',
      'DTSTART:20260310T090000Z',
      'SUMMARY:Follow-up\\, part two',
      'END:VEVENT',
    );
    expect(readCalendar(text)).toEqual({
      method: 'REQUEST',
      entries: [{ title: 'Follow-up, part two', startsAtMs: Date.UTC(2026, 2, 10, 9) }],
    });
  });

  it('refuses what is not a calendar', () => {
    expect(() => readCalendar('BEGIN:VCALENDAR\r\nSUMMARY')).toThrow();
  });
});
