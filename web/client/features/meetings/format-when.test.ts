import { describe, expect, test } from 'vitest';
import { formatDay, formatLength, formatSpan } from './format-when.ts';

const at = (iso: string) => Date.parse(iso);

describe(formatDay, () => {
  test('counts calendar days of the zone, not hours', () => {
    const now = at('2026-03-08T04:30:00Z');
    expect(formatDay(at('2026-03-08T05:30:00Z'), now, 'America/New_York')).toBe('Tomorrow');
    expect(formatDay(at('2026-03-08T05:30:00Z'), now, 'UTC')).toBe('Today');
    expect(formatDay(at('2026-03-07T01:00:00Z'), now, 'UTC')).toBe('Yesterday');
  });

  test('names the year only when it is another one', () => {
    const now = at('2026-03-08T12:00:00Z');
    expect(formatDay(at('2026-03-20T12:00:00Z'), now, 'UTC')).toMatch(/^Fri,? 20 Mar$/);
    expect(formatDay(at('2027-03-20T12:00:00Z'), now, 'UTC')).toMatch(/^Sat,? 20 Mar 2027$/);
  });
});

describe(formatSpan, () => {
  const planned = {
    atMs: at('2026-03-08T09:30:00Z'),
    scheduledAtMs: at('2026-03-08T09:30:00Z'),
    durationMinutes: 30,
    startedAtMs: null,
    endedAtMs: null,
  };

  test('shows the plan until the meeting begins, then what was', () => {
    expect(formatSpan(planned, 'UTC')).toBe('09:30 – 10:00');
    const running = { ...planned, startedAtMs: at('2026-03-08T09:32:00Z') };
    expect(formatSpan(running, 'UTC')).toBe('09:32');
    expect(formatSpan({ ...running, endedAtMs: at('2026-03-08T09:50:00Z') }, 'UTC')).toBe('09:32 – 09:50');
  });
});

describe(formatLength, () => {
  test('is short', () => {
    expect([20_000, 300_000, 3_600_000, 4_800_000].map(formatLength)).toEqual([
      'under a minute',
      '5 min',
      '1 h',
      '1 h 20 min',
    ]);
  });
});
