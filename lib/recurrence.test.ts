import { describe, expect, it } from 'vitest';
import { describeRecurrence } from './describe-recurrence.ts';
import type { Recurrence } from './planning.ts';
import { formatRrule, nextOccurrence, occurrences, parseRrule, type Series } from './recurrence.ts';
import { wallClockAt } from './wall-clock.ts';

const rule = (frequency: Recurrence['frequency'], change: Partial<Recurrence> = {}): Recurrence => ({
  frequency,
  interval: 1,
  end: { type: 'never' },
  ...change,
});

function firstOf(series: Series, count: number): string[] {
  const found: string[] = [];
  for (const at of occurrences(series)) {
    if (found.length === count) break;
    const { date, time } = wallClockAt(at, series.timeZone);
    found.push(`${date} ${time}`);
  }
  return found;
}

describe(occurrences, () => {
  it('keeps the wall clock over a change to summer time', () => {
    const weekly = {
      start: new Date('2026-03-01T14:00:00Z'),
      timeZone: 'America/New_York',
      recurrence: rule('weekly'),
    };
    expect(firstOf(weekly, 3)).toEqual(['2026-03-01 09:00', '2026-03-08 09:00', '2026-03-15 09:00']);
    const [first, , third] = [...take(weekly, 3)];
    expect(third!.getTime() - first!.getTime()).toBe(14 * 86_400_000 - 3_600_000);
  });

  it('moves an occurrence in a skipped hour on, and takes the first of a doubled one', () => {
    const daily = (start: string) => ({
      start: new Date(start),
      timeZone: 'Europe/Berlin',
      recurrence: rule('daily'),
    });
    expect(firstOf(daily('2026-03-28T01:30:00Z'), 3)).toEqual([
      '2026-03-28 02:30',
      '2026-03-29 03:30',
      '2026-03-30 02:30',
    ]);
    expect([...take(daily('2026-10-24T00:30:00Z'), 2)].at(-1)).toEqual(new Date('2026-10-25T00:30:00Z'));
  });

  it('leaves out weekends, and months without the day', () => {
    const utc = (start: string, recurrence: Recurrence) => ({
      start: new Date(start),
      timeZone: 'UTC',
      recurrence,
    });
    expect(firstOf(utc('2026-01-01T10:00:00Z', rule('weekdays')), 4)).toEqual([
      '2026-01-01 10:00',
      '2026-01-02 10:00',
      '2026-01-05 10:00',
      '2026-01-06 10:00',
    ]);
    expect(firstOf(utc('2026-01-31T10:00:00Z', rule('monthly')), 3)).toEqual([
      '2026-01-31 10:00',
      '2026-03-31 10:00',
      '2026-05-31 10:00',
    ]);
  });

  it('ends after its number of times, or on its last day', () => {
    const start = new Date('2026-01-01T23:30:00Z');
    const counted = rule('daily', { end: { type: 'count', count: 3 } });
    expect([...occurrences({ start, timeZone: 'UTC', recurrence: counted })]).toHaveLength(3);
    const until = rule('daily', { interval: 2, end: { type: 'until', date: '2026-01-05' } });
    expect(firstOf({ start, timeZone: 'UTC', recurrence: until }, 9)).toEqual([
      '2026-01-01 23:30',
      '2026-01-03 23:30',
      '2026-01-05 23:30',
    ]);
  });
});

describe(nextOccurrence, () => {
  const series = {
    start: new Date('2026-01-05T09:00:00Z'),
    timeZone: 'UTC',
    recurrence: rule('weekly', { end: { type: 'count', count: 2 } }),
  };

  it('is the first one after the moment, and null behind the last', () => {
    expect(nextOccurrence(series, new Date(0))).toEqual(series.start);
    expect(nextOccurrence(series, series.start)).toEqual(new Date('2026-01-12T09:00:00Z'));
    expect(nextOccurrence(series, new Date('2026-01-12T09:00:00Z'))).toBeNull();
  });
});

describe(formatRrule, () => {
  const rules: [Recurrence, string, string][] = [
    [rule('daily'), 'FREQ=DAILY', 'Every day'],
    [
      rule('weekly', { interval: 2, end: { type: 'count', count: 10 } }),
      'FREQ=WEEKLY;INTERVAL=2;COUNT=10',
      'Every 2 weeks, 10 times',
    ],
    [rule('weekdays'), 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'Every weekday'],
    [
      rule('monthly', { end: { type: 'until', date: '2026-06-30' } }),
      'FREQ=MONTHLY;UNTIL=20260701T035959Z',
      'Every month until 2026-06-30',
    ],
  ];

  it('writes what the RFC asks for, and reads it back', () => {
    for (const [recurrence, text] of rules) {
      expect(formatRrule(recurrence, 'America/New_York')).toBe(text);
      expect(parseRrule(text, 'America/New_York')).toEqual(recurrence);
    }
  });

  it('is described in words', () => {
    expect(rules.map(([recurrence]) => describeRecurrence(recurrence))).toEqual(
      rules.map(([, , words]) => words),
    );
  });

  it('refuses a rule that is not ours', () => {
    expect(() => parseRrule('FREQ=YEARLY', 'UTC')).toThrow('not ours');
    expect(() => parseRrule('FREQ=WEEKLY;BYDAY=MO', 'UTC')).toThrow('not ours');
  });
});

function* take(series: Series, count: number): Generator<Date> {
  for (const at of occurrences(series)) {
    if (count-- <= 0) return;
    yield at;
  }
}
