/** One meeting of a series takes place at another time, or not at all; the others stay as they are. */
import { DateTime } from 'luxon';
import { tellInvited } from '../../db/letters/invite-by-mail.ts';
import type { Meeting } from '../../db/queries/meetings.ts';
import { openNextOccurrence, ruleTime } from '../../db/queries/occurrences.ts';
import { cancelScheduled, moveScheduled } from '../../db/queries/plan-meetings.ts';
import { ParleyError } from '../../lib/errors.ts';
import type { MoveOccurrence } from '../../lib/planning.ts';
import { nextOccurrence, parseRrule } from '../../lib/recurrence.ts';
import type { WebContext } from '../context.ts';
import type { User } from '../session.ts';
import { alreadyBegun } from './plan-meeting.ts';
import { readPlan } from './read-plan.ts';

/**
 * Moves the meeting of a series that comes next; the one behind it is the furthest that it can go. Throws
 * `conflict` for a meeting that has begun or is of no series, `bad_request` for a time that it cannot have.
 */
export async function moveOccurrence(
  context: WebContext,
  { meeting, user, move }: { meeting: Meeting; user: User | null; move: MoveOccurrence },
): Promise<Meeting> {
  const { timeZone, durationMinutes } = meeting;
  const following = nextByRule(meeting);
  const plan = { ...move, timeZone: timeZone ?? 'UTC', durationMinutes: durationMinutes ?? 60 };
  const { scheduledAt } = readPlan({ ...plan, recurrence: null }, new Date());
  if (following && scheduledAt >= following) {
    const day = DateTime.fromJSDate(following, { zone: plan.timeZone }).setLocale('en-GB');
    const when = day.toFormat('cccc, d LLLL, HH:mm');
    throw new ParleyError('bad_request', `Choose a time before the next one of the series: ${when}.`);
  }
  return context.database.db.transaction(async (tx) => {
    const moved = await moveScheduled(tx, meeting.id, scheduledAt);
    if (!moved) throw alreadyBegun();
    if (user) await tellInvited(tx, context.links, { meeting: moved, organizer: user, news: 'moved' });
    return moved;
  });
}

/** Calls the next meeting of a series off; the one behind it takes the link. Throws as `moveOccurrence`. */
export async function cancelOccurrence(
  context: WebContext,
  { meeting, user }: { meeting: Meeting; user: User | null },
): Promise<void> {
  nextByRule(meeting);
  await context.database.db.transaction(async (tx) => {
    const cancelled = await cancelScheduled(tx, meeting.id);
    if (!cancelled) throw alreadyBegun();
    await openNextOccurrence(tx, cancelled);
    if (user) await tellInvited(tx, context.links, { meeting: cancelled, organizer: user, news: 'skipped' });
  });
}

/** When the rule has the one after this; null behind the last. Throws `conflict` for a meeting of no series. */
function nextByRule(meeting: Meeting): Date | null {
  const { recurrence, seriesStart, timeZone } = meeting;
  const at = ruleTime(meeting);
  if (!recurrence || !seriesStart || !timeZone || !at) {
    throw new ParleyError('conflict', 'This meeting does not recur. Change or cancel it as a whole.');
  }
  const series = { start: seriesStart, timeZone, recurrence: parseRrule(recurrence, timeZone) };
  return nextOccurrence(series, at);
}
