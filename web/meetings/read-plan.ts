import type { MeetingChange } from '../../db/queries/plan-meetings.ts';
import { ParleyError } from '../../lib/errors.ts';
import { type Plan, planningLimits } from '../../lib/planning.ts';
import { formatRrule, nextOccurrence } from '../../lib/recurrence.ts';
import { readWallClock } from '../../lib/wall-clock.ts';

export type PlannedTime = Required<
  Pick<MeetingChange, 'durationMinutes' | 'timeZone' | 'recurrence' | 'seriesStart' | 'recurrenceAt'>
> & { scheduledAt: Date };

/** A meeting that is planned for "now" may arrive here a little later. */
const graceMs = 5 * 60_000;
const yearMs = 365.25 * 86_400_000;

/**
 * The moment that a plan means. Throws a sentence for a time that is no time: skipped by a clock change
 * (`time_skipped`), there twice and not chosen (`time_twice`), past, too far ahead, or after its own end.
 */
export function readPlan(plan: Plan, now: Date): PlannedTime {
  const scheduledAt = chooseMoment(plan);
  if (scheduledAt.getTime() < now.getTime() - graceMs) refuse('This time has passed. Choose a later one.');
  if (scheduledAt.getTime() > now.getTime() + planningLimits.yearsAhead * yearMs) {
    refuse(`A meeting can be planned up to ${planningLimits.yearsAhead} years ahead.`);
  }
  return {
    scheduledAt,
    durationMinutes: plan.durationMinutes,
    timeZone: plan.timeZone,
    recurrence: readRecurrence(plan, scheduledAt),
    seriesStart: plan.recurrence ? scheduledAt : null,
    recurrenceAt: null,
  };
}

function chooseMoment(plan: Plan): Date {
  const reading = readWallClock(plan);
  switch (reading.kind) {
    case 'once':
      return reading.at;
    case 'twice':
      if (plan.fold) return reading[plan.fold];
      throw new ParleyError(
        'time_twice',
        `${plan.time} happens twice on ${plan.date}: the clock is set back in that hour. Choose the first or the second.`,
      );
    case 'skipped':
      throw new ParleyError(
        'time_skipped',
        `${plan.time} does not exist on ${plan.date}: the clock goes from ${reading.from} to ${reading.to}. Choose another time.`,
      );
    case 'no_such_date':
      return refuse('This date does not exist.');
    case 'no_such_zone':
      return refuse('This time zone is not known.');
  }
}

function readRecurrence({ recurrence, timeZone, date }: Plan, start: Date): string | null {
  if (!recurrence) return null;
  const { frequency, end } = recurrence;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  if (frequency === 'weekdays' && (weekday === 0 || weekday === 6)) {
    refuse('A meeting on weekdays cannot begin on a weekend.');
  }
  if (frequency === 'weekdays' && recurrence.interval !== 1) refuse('Weekdays have no interval.');
  if (end.type === 'until' && !nextOccurrence({ start, timeZone, recurrence }, start)) {
    refuse('The last day is too early: the meeting would take place only once.');
  }
  return formatRrule(recurrence, timeZone);
}

function refuse(message: string): never {
  throw new ParleyError('bad_request', message);
}
