/** Local times of a zone as moments: what a wall clock shows, clock changes included. */
import { DateTime, IANAZone } from 'luxon';

export interface WallClock {
  /** `2026-03-08` */
  date: string;
  /** `02:30` */
  time: string;
  timeZone: string;
}

/** `skipped`: no clock ever shows it, the clock goes from `from` to `to`. `twice`: it is shown at both moments. */
export type WallClockReading =
  | { kind: 'once'; at: Date }
  | { kind: 'twice'; earlier: Date; later: Date }
  | { kind: 'skipped'; from: string; to: string }
  | { kind: 'no_such_date' }
  | { kind: 'no_such_zone' };

export function readWallClock({ date, time, timeZone }: WallClock): WallClockReading {
  if (!IANAZone.isValidZone(timeZone)) return { kind: 'no_such_zone' };
  const local = DateTime.fromISO(`${date}T${time}`, { zone: timeZone });
  if (!local.isValid) return { kind: 'no_such_date' };
  if (local.toFormat('yyyy-MM-dd HH:mm') !== `${date} ${time}`) return describeSkip(local);
  const [first, second] = local.getPossibleOffsets().map((each) => each.toMillis());
  if (first === undefined || second === undefined) return { kind: 'once', at: local.toJSDate() };
  return {
    kind: 'twice',
    earlier: new Date(Math.min(first, second)),
    later: new Date(Math.max(first, second)),
  };
}

/**
 * The moment of an occurrence, by the rules of RFC 5545 (3.3.5): the first of two; a skipped time as if the clock
 * had not changed yet. Throws for a date or zone that does not exist.
 */
export function momentOfOccurrence(clock: WallClock): Date {
  const reading = readWallClock(clock);
  if (reading.kind === 'once') return reading.at;
  if (reading.kind === 'twice') return reading.earlier;
  if (reading.kind !== 'skipped') throw new Error(`${clock.date} in ${clock.timeZone} does not exist`);
  return DateTime.fromISO(`${clock.date}T${clock.time}`, { zone: clock.timeZone }).toJSDate();
}

/** What the wall clock of a zone shows at a moment. */
export function wallClockAt(at: Date, timeZone: string): WallClock {
  const local = DateTime.fromJSDate(at, { zone: timeZone });
  return { date: local.toFormat('yyyy-MM-dd'), time: local.toFormat('HH:mm'), timeZone };
}

/** `shifted` is where luxon put the skipped time: on the far side of the change, by the length of the gap. */
function describeSkip(shifted: DateTime): WallClockReading {
  let before = shifted.minus({ hours: 24 }).toMillis();
  let after = shifted.toMillis();
  const offsetAt = (ms: number) => DateTime.fromMillis(ms, { zone: shifted.zone }).offset;
  const offset = offsetAt(after);
  while (after - before > 1_000) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle) === offset) after = middle;
    else before = middle;
  }
  const change = DateTime.fromMillis(Math.round(after / 60_000) * 60_000, { zone: shifted.zone });
  const was = DateTime.fromMillis(change.toMillis() + offsetAt(before) * 60_000, { zone: 'utc' });
  return { kind: 'skipped', from: was.toFormat('HH:mm'), to: change.toFormat('HH:mm') };
}
