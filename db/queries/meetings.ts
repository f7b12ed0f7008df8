import { and, eq, inArray, sql } from 'drizzle-orm';
import type { MeetingId } from '../../lib/ids.ts';
import type { Db, Tx } from '../database.ts';
import { type EndReason, meetings } from '../schema/meetings.ts';
import { dropOffRecordChat } from './chat.ts';
import { lowerHands } from './hands.ts';
import { openNextOccurrence } from './occurrences.ts';
import { enqueueEvent } from './outbox.ts';
import { settlePolls } from './polls.ts';
import { setStage } from './stages.ts';

export type Meeting = typeof meetings.$inferSelect;
export type NewMeeting = Pick<
  typeof meetings.$inferInsert,
  | 'id'
  | 'code'
  | 'title'
  | 'language'
  | 'persona'
  | 'personaVersionId'
  | 'ownerId'
  | 'scheduledAt'
  | 'durationMinutes'
  | 'timeZone'
  | 'recurrence'
  | 'seriesStart'
  | 'passwordHash'
  | 'waitingRoom'
  | 'summaryTemplate'
  | 'summaryInstructions'
  | 'summaryMail'
  | 'actionId'
>;

/** Stores a meeting; null when the code is taken already. */
export async function insertMeeting(db: Tx, meeting: NewMeeting): Promise<Meeting | null> {
  const [row] = await db.insert(meetings).values(meeting).onConflictDoNothing().returning();
  return row ?? null;
}

export async function findMeeting(db: Tx, id: string): Promise<Meeting | null> {
  const [row] = await db
    .select()
    .from(meetings)
    .where(eq(meetings.id, id as MeetingId));
  return row ?? null;
}

export async function findMeetingByCode(db: Tx, code: string): Promise<Meeting | null> {
  const [row] = await db.select().from(meetings).where(eq(meetings.code, code));
  return row ?? null;
}

export function listLiveMeetings(db: Tx): Promise<Meeting[]> {
  return db.select().from(meetings).where(eq(meetings.status, 'live'));
}

/** Serialises what changes one meeting's room and agent, across all web processes, until the transaction ends. */
export async function lockMeeting(tx: Tx, id: MeetingId): Promise<Meeting | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`);
  return findMeeting(tx, id);
}

/** The first join starts the meeting's clock; later ones change nothing. */
export async function startMeeting(db: Tx, id: MeetingId): Promise<void> {
  await db
    .update(meetings)
    .set({ status: 'live', startedAt: sql`now()` })
    .where(and(eq(meetings.id, id), eq(meetings.status, 'scheduled')));
}

/** The meeting's AI participant from now on: a copy, and the version that it was copied from. */
export async function setMeetingPersona(
  db: Tx,
  id: MeetingId,
  { persona, personaVersionId }: Pick<Meeting, 'persona' | 'personaVersionId'>,
): Promise<void> {
  await db.update(meetings).set({ persona, personaVersionId }).where(eq(meetings.id, id));
}

export async function setRoomSid(db: Tx, id: MeetingId, roomSid: string): Promise<void> {
  await db.update(meetings).set({ roomSid, roomMissingSince: null }).where(eq(meetings.id, id));
}

/**
 * Notes whether LiveKit lists the room: starts the clock of its absence, or stops it. Nothing changes when the
 * meeting has another room by now.
 */
export async function setRoomPresence(
  db: Tx,
  { id, roomSid }: Pick<Meeting, 'id' | 'roomSid'>,
  present: boolean,
): Promise<void> {
  await db
    .update(meetings)
    .set({ roomMissingSince: present ? null : sql`coalesce(${meetings.roomMissingSince}, now())` })
    .where(and(eq(meetings.id, id), sql`${meetings.roomSid} is not distinct from ${roomSid}`));
}

/** Those of the meetings that are over. */
export async function listEnded(db: Tx, ids: MeetingId[]): Promise<MeetingId[]> {
  const rows = await db
    .select({ id: meetings.id })
    .from(meetings)
    .where(and(inArray(meetings.id, ids), inArray(meetings.status, ['ended', 'completed'])));
  return rows.map((row) => row.id);
}

/**
 * Ends a meeting once and writes `meeting/finished` to the outbox in the same transaction. False when it had
 * ended before. With `roomSid`, only if that is still the meeting's room. Waits for a join that is under way: it
 * may be making the room. Of a series, the next occurrence takes the code.
 */
export function endMeeting(
  db: Db,
  { id, reason, roomSid }: { id: MeetingId; reason: EndReason; roomSid?: string },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    await lockMeeting(tx, id);
    const [ended] = await tx
      .update(meetings)
      .set({ status: 'ended', endedAt: sql`now()`, endReason: reason })
      .where(
        and(
          eq(meetings.id, id),
          inArray(meetings.status, ['scheduled', 'live']),
          roomSid === undefined ? undefined : eq(meetings.roomSid, roomSid),
        ),
      )
      .returning();
    if (!ended) return false;
    await dropOffRecordChat(tx, id);
    await lowerHands(tx, id);
    await settlePolls(tx, id);
    await openNextOccurrence(tx, ended);
    // Whoever looks at once sees that something follows.
    await setStage(tx, id, 'transcript', 'working');
    await enqueueEvent(tx, {
      id: `meeting-finished:${id}`,
      name: 'meeting/finished',
      data: { meetingId: id, reason },
    });
    return true;
  });
}

/** Who comes in, how many, and what they may do. */
export type MeetingRules = Partial<
  Pick<
    Meeting,
    | 'locked'
    | 'waitingRoom'
    | 'passwordHash'
    | 'maxPeople'
    | 'whoMayChat'
    | 'whoMayShare'
    | 'whoMayDraw'
    | 'whoMayPoll'
    | 'muteOnJoin'
  >
>;

export async function setMeetingRules(db: Tx, id: MeetingId, rules: MeetingRules): Promise<void> {
  if (Object.keys(rules).length === 0) return;
  await db.update(meetings).set(rules).where(eq(meetings.id, id));
}

/** False when it had been opened before. */
export async function setBoardOpened(tx: Tx, id: MeetingId): Promise<boolean> {
  const rows = await tx
    .update(meetings)
    .set({ boardOpened: true })
    .where(and(eq(meetings.id, id), eq(meetings.boardOpened, false)))
    .returning({ id: meetings.id });
  return rows.length > 0;
}
