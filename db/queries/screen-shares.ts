/** The lock on the one shared screen of a meeting. */
import { and, eq, lt, sql } from 'drizzle-orm';
import type { MeetingId, ParticipantId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { participants } from '../schema/meetings.ts';
import { screenShares } from '../schema/screen-shares.ts';
import type { Participant } from './participants.ts';

export interface ScreenShare {
  holder: Participant;
  takenAt: Date;
}

export async function findScreenShare(db: Tx, meetingId: MeetingId): Promise<ScreenShare | null> {
  const [row] = await db
    .select({ holder: participants, takenAt: screenShares.takenAt })
    .from(screenShares)
    .innerJoin(participants, eq(participants.id, screenShares.participantId))
    .where(eq(screenShares.meetingId, meetingId));
  return row ?? null;
}

/** Makes this person the holder, if nobody is, or if `from` is still. Whoever comes second changes nothing. */
export async function takeScreenShare(
  db: Tx,
  { meetingId, id }: Pick<Participant, 'meetingId' | 'id'>,
  from: ParticipantId | null,
): Promise<void> {
  const isFrom = from === null ? sql`false` : eq(screenShares.participantId, from);
  await db
    .insert(screenShares)
    .values({ meetingId, participantId: id })
    .onConflictDoUpdate({
      target: screenShares.meetingId,
      set: { participantId: id, takenAt: sql`now()` },
      setWhere: isFrom,
    });
}

/** Frees the screen where this person holds it, with `before` only if they have since then. True when it was so. */
export async function releaseScreenShare(
  db: Tx,
  { meetingId, id }: { meetingId: MeetingId; id: string },
  before?: Date,
): Promise<boolean> {
  const rows = await db
    .delete(screenShares)
    .where(
      and(
        eq(screenShares.meetingId, meetingId),
        eq(screenShares.participantId, id as ParticipantId),
        before ? lt(screenShares.takenAt, before) : undefined,
      ),
    )
    .returning({ id: screenShares.participantId });
  return rows.length > 0;
}
