import { describe, expect, test } from 'vitest';
import { momentOf, partsOf } from './zoned-moment.ts';

const berlin = 'Europe/Berlin';

describe(partsOf, () => {
  test('shows a moment by the clock of the zone', () => {
    expect(partsOf('2026-03-10T10:00:00+01:00', berlin)).toEqual({ date: '2026-03-10', time: '10:00' });
    expect(partsOf('2026-03-10T23:30:00Z', 'Asia/Kolkata')).toEqual({ date: '2026-03-11', time: '05:00' });
    expect(partsOf('2026-03-10T10:00:00Z', 'America/New_York')).toEqual({
      date: '2026-03-10',
      time: '06:00',
    });
  });

  test('falls back to UTC for a zone that nobody knows, and to nothing for what is no moment', () => {
    expect(partsOf('2026-03-10T10:00:00+01:00', 'Mars/Olympus')).toEqual({
      date: '2026-03-10',
      time: '09:00',
    });
    expect(partsOf('next Tuesday', berlin)).toBeNull();
  });
});

describe(momentOf, () => {
  test.each([
    [berlin, '2026-03-10', '10:00', '2026-03-10T10:00:00+01:00'],
    [berlin, '2026-07-10', '10:00', '2026-07-10T10:00:00+02:00'],
    ['America/New_York', '2026-03-10', '10:00', '2026-03-10T10:00:00-04:00'],
    ['Asia/Kolkata', '2026-03-10', '00:15', '2026-03-10T00:15:00+05:30'],
    ['UTC', '2026-03-10', '10:00', '2026-03-10T10:00:00+00:00'],
  ])('writes the time of %s on %s at %s', (zone, date, time, expected) => {
    expect(momentOf({ date, time }, zone)).toBe(expected);
  });

  test('takes the first of two times and moves a skipped one on', () => {
    expect(momentOf({ date: '2026-10-25', time: '02:30' }, berlin)).toBe('2026-10-25T02:30:00+02:00');
    expect(momentOf({ date: '2026-10-25', time: '03:30' }, berlin)).toBe('2026-10-25T03:30:00+01:00');
    expect(momentOf({ date: '2026-03-29', time: '02:30' }, berlin)).toBe('2026-03-29T03:30:00+02:00');
    expect(momentOf({ date: '2026-03-29', time: '04:00' }, berlin)).toBe('2026-03-29T04:00:00+02:00');
  });

  test('is nothing while something is missing', () => {
    expect(momentOf({ date: '', time: '10:00' }, berlin)).toBeNull();
    expect(momentOf({ date: '2026-03-10', time: '' }, berlin)).toBeNull();
  });
});
