/** Recurring meetings: a row per occurrence. The newest has the code, so that the link always opens what is next. */
import { and, desc, eq, isNotNull, or, sql } from 'drizzle-orm';
import { createId, type MeetingId } from '../../lib/ids.ts';
import { nextOccurrence, parseRrule } from '../../lib/recurrence.ts';
import type { Db, Tx } from '../database.ts';
import { meetings } from '../schema/meetings.ts';

type Row = typeof meetings.$inferSelect;

/** How long after its planned end an occurrence that nobody came to keeps the link. */
const missedAfterMinutes = 60;

/** The row whose invitations are the whole series'. */
export function seriesHead(meeting: Pick<Row, 'id' | 'seriesId'>): MeetingId {
  return meeting.seriesId ?? meeting.id;
}

/** When the rule has this occurrence, wherever it was moved to. */
export function ruleTime({
  recurrenceAt,
  scheduledAt,
}: Pick<Row, 'recurrenceAt' | 'scheduledAt'>): Date | null {
  return recurrenceAt ?? scheduledAt;
}

/** When the rule has the occurrences, from `since` on, that were cancelled alone. */
export async function listSkippedOccurrences(db: Tx, head: MeetingId, since: Date): Promise<Date[]> {
  const at = sql`coalesce(${meetings.recurrenceAt}, ${meetings.scheduledAt})`.mapWith(meetings.scheduledAt);
  const rows = await db
    .select({ at })
    .from(meetings)
    .where(
      and(
        or(eq(meetings.id, head), eq(meetings.seriesId, head)),
        isNotNull(meetings.cancelledAt),
        sql`${at} >= ${since.toISOString()}::timestamptz`,
      ),
    )
    .orderBy(at);
  return rows.map((row) => row.at);
}

/** The newest row of a series, which the link opens; of a meeting that does not recur, itself. */
export async function findCurrentOccurrence(db: Tx, head: MeetingId): Promise<Row | null> {
  const [row] = await db
    .select()
    .from(meetings)
    .where(or(eq(meetings.id, head), eq(meetings.seriesId, head)))
    .orderBy(desc(meetings.createdAt), desc(meetings.id))
    .limit(1);
  return row ?? null;
}

/**
 * When an occurrence is over, makes the row of the next one and hands the code to it; the old row keeps its id as
 * a code, which nobody can type. Nothing happens for a meeting that does not recur, or behind the last occurrence.
 */
export async function openNextOccurrence(tx: Tx, over: Row, now = new Date()): Promise<MeetingId | null> {
  const next = timeOfNext(over, now);
  if (!next) return null;
  await tx.update(meetings).set({ code: over.id }).where(eq(meetings.id, over.id));
  const id = createId('mtg');
  await tx.insert(meetings).values({
    id,
    code: over.code,
    title: over.title,
    language: over.language,
    persona: over.persona,
    personaVersionId: over.personaVersionId,
    ownerId: over.ownerId,
    ...next,
    durationMinutes: over.durationMinutes,
    timeZone: over.timeZone,
    recurrence: over.recurrence,
    seriesId: seriesHead(over),
    seriesStart: over.seriesStart,
    sequence: over.sequence,
    passwordHash: over.passwordHash,
    waitingRoom: over.waitingRoom,
    maxPeople: over.maxPeople,
    summaryTemplate: over.summaryTemplate,
    summaryInstructions: over.summaryInstructions,
    summaryMail: over.summaryMail,
    // As chosen before its end: what is chosen for one that was held is about that one.
    keepDays: over.keepDays,
    // Not `now()`: within one transaction that is the time of the old row too.
    createdAt: sql`clock_timestamp()`,
  });
  return id;
}

/** Moves series on whose current occurrence nobody came to. Returns how many. The caller holds the round's lock. */
export async function closeMissedOccurrences(db: Db): Promise<number> {
  const overdue = await db
    .select({ id: meetings.id })
    .from(meetings)
    .where(
      and(
        eq(meetings.status, 'scheduled'),
        isNotNull(meetings.recurrence),
        sql`${meetings.scheduledAt}
          + make_interval(mins => coalesce(${meetings.durationMinutes}, 60) + ${missedAfterMinutes}) < now()`,
      ),
    );
  for (const { id } of overdue) await db.transaction((tx) => closeMissed(tx, id));
  return overdue.length;
}

/** Nothing follows a meeting that never was: it is completed at once, without an event. */
async function closeMissed(tx: Tx, id: MeetingId): Promise<void> {
  const [missed] = await tx
    .update(meetings)
    .set({
      status: 'completed',
      endedAt: sql`now()`,
      completedAt: sql`now()`,
      endReason: 'never_joined',
      lineCount: 0,
      gapCount: 0,
    })
    .where(and(eq(meetings.id, id), eq(meetings.status, 'scheduled')))
    .returning();
  if (missed) await openNextOccurrence(tx, missed);
}

/**
 * The first occurrence behind this one whose time is not over. One that was held and ended before its planned time
 * has not used it up: people who meet by the link in between keep their appointment. One that was cancelled has.
 */
function timeOfNext(over: Row, now: Date): Pick<Row, 'scheduledAt' | 'recurrenceAt'> | null {
  const { recurrence, seriesStart, timeZone, scheduledAt, recurrenceAt, durationMinutes } = over;
  const byRule = ruleTime(over);
  if (!recurrence || !seriesStart || !timeZone || !scheduledAt || !byRule) return null;
  if (now < scheduledAt && !over.cancelledAt) return { scheduledAt, recurrenceAt };
  const series = { start: seriesStart, timeZone, recurrence: parseRrule(recurrence, timeZone) };
  const runningSince = now.getTime() - (durationMinutes ?? 60) * 60_000;
  const next = nextOccurrence(series, new Date(Math.max(byRule.getTime(), runningSince)));
  return next && { scheduledAt: next, recurrenceAt: null };
}
