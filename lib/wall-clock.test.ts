import { describe, expect, it } from 'vitest';
import { momentOfOccurrence, readWallClock, wallClockAt } from './wall-clock.ts';

const newYork = (date: string, time: string) => ({ date, time, timeZone: 'America/New_York' });
const berlin = (date: string, time: string) => ({ date, time, timeZone: 'Europe/Berlin' });

describe(readWallClock, () => {
  it('reads an ordinary time in its zone', () => {
    expect(readWallClock(newYork('2026-03-07', '02:30'))).toEqual({
      kind: 'once',
      at: new Date('2026-03-07T07:30:00Z'),
    });
  });

  it('says which hour a change to summer time skips', () => {
    const skipped = { kind: 'skipped', from: '02:00', to: '03:00' };
    expect(readWallClock(newYork('2026-03-08', '02:30'))).toEqual(skipped);
    expect(readWallClock(newYork('2026-03-08', '02:00'))).toEqual(skipped);
    expect(readWallClock(berlin('2026-03-29', '02:59'))).toEqual(skipped);
    expect(readWallClock(newYork('2026-03-08', '03:00')).kind).toBe('once');
    expect(readWallClock(newYork('2026-03-08', '01:59')).kind).toBe('once');
  });

  it('knows a zone whose clock changes by half an hour', () => {
    const lordHowe = { date: '2026-10-04', time: '02:15', timeZone: 'Australia/Lord_Howe' };
    expect(readWallClock(lordHowe)).toEqual({ kind: 'skipped', from: '02:00', to: '02:30' });
  });

  it('gives both moments of an hour that happens twice', () => {
    expect(readWallClock(newYork('2026-11-01', '01:30'))).toEqual({
      kind: 'twice',
      earlier: new Date('2026-11-01T05:30:00Z'),
      later: new Date('2026-11-01T06:30:00Z'),
    });
    expect(readWallClock(berlin('2026-10-25', '02:00'))).toEqual({
      kind: 'twice',
      earlier: new Date('2026-10-25T00:00:00Z'),
      later: new Date('2026-10-25T01:00:00Z'),
    });
    expect(readWallClock(berlin('2026-10-25', '03:00')).kind).toBe('once');
  });

  it('knows dates and zones that do not exist', () => {
    expect(readWallClock(berlin('2026-02-30', '10:00')).kind).toBe('no_such_date');
    const nowhere = { date: '2026-02-03', time: '10:00', timeZone: 'Mars/Olympus' };
    expect(readWallClock(nowhere).kind).toBe('no_such_zone');
  });
});

describe(momentOfOccurrence, () => {
  it('takes the first of two, and moves a skipped time on by the gap', () => {
    expect(momentOfOccurrence(berlin('2026-10-25', '02:30'))).toEqual(new Date('2026-10-25T00:30:00Z'));
    const moved = momentOfOccurrence(newYork('2026-03-08', '02:30'));
    expect(wallClockAt(moved, 'America/New_York').time).toBe('03:30');
  });
});
