import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Id, MeetingId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { meetings } from '../schema/meetings.ts';
import type { Meeting } from './meetings.ts';

export type MeetingChange = Partial<
  Pick<
    Meeting,
    | 'title'
    | 'scheduledAt'
    | 'durationMinutes'
    | 'timeZone'
    | 'recurrence'
    | 'seriesStart'
    | 'recurrenceAt'
    | 'passwordHash'
    | 'waitingRoom'
    | 'summaryTemplate'
    | 'summaryInstructions'
    | 'summaryMail'
  >
>;

/** Changes a meeting that has not begun; null when it has. `announce`: invited people hear of it. */
export async function updateScheduled(
  tx: Tx,
  id: MeetingId,
  change: MeetingChange,
  { announce }: { announce: boolean },
): Promise<Meeting | null> {
  const [row] = await tx
    .update(meetings)
    .set({ ...change, sequence: announce ? sql`${meetings.sequence} + 1` : sql`${meetings.sequence}` })
    .where(and(eq(meetings.id, id), eq(meetings.status, 'scheduled')))
    .returning();
  return row ?? null;
}

/** Moves one occurrence of a series and remembers where the rule has it; null when it has begun. */
export async function moveScheduled(tx: Tx, id: MeetingId, to: Date): Promise<Meeting | null> {
  const [row] = await tx
    .update(meetings)
    .set({
      scheduledAt: to,
      recurrenceAt: sql`nullif(coalesce(${meetings.recurrenceAt}, ${meetings.scheduledAt}), ${to.toISOString()}::timestamptz)`,
      sequence: sql`${meetings.sequence} + 1`,
    })
    .where(and(eq(meetings.id, id), eq(meetings.status, 'scheduled'), isNotNull(meetings.recurrence)))
    .returning();
  return row ?? null;
}

/** Calls a meeting, or a whole series, off before it begins; null when it has begun. Nothing follows it. */
export async function cancelScheduled(tx: Tx, id: MeetingId): Promise<Meeting | null> {
  const [row] = await tx
    .update(meetings)
    .set({
      status: 'completed',
      cancelledAt: sql`now()`,
      endedAt: sql`now()`,
      completedAt: sql`now()`,
      endReason: 'cancelled',
      lineCount: 0,
      gapCount: 0,
      sequence: sql`${meetings.sequence} + 1`,
    })
    .where(and(eq(meetings.id, id), eq(meetings.status, 'scheduled')))
    .returning();
  return row ?? null;
}

/** The meeting that an action has planned. */
export async function findPlannedByAction(db: Tx, actionId: Id<'act'>): Promise<Meeting | null> {
  const [row] = await db.select().from(meetings).where(eq(meetings.actionId, actionId));
  return row ?? null;
}
