/** The end of an account. What it owned has found another owner, or is gone, before. */
import { and, asc, eq, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import type { MeetingId } from '../../lib/ids.ts';
import type { DeleteAccount } from '../../lib/my-data.ts';
import type { Db, Tx } from '../database.ts';
import { users } from '../schema/accounts.ts';
import { meetings, participants } from '../schema/meetings.ts';
import { personas } from '../schema/personas.ts';
import type { User } from './accounts.ts';
import { announceForgotten, anonymise, listPersons, removeWords } from './forget-person.ts';
import type { Meeting } from './meetings.ts';

/** Newest first. Without breakout rooms: they go the way of their main meeting. */
export function listOwnMeetings(db: Tx, userId: string): Promise<Meeting[]> {
  return db
    .select()
    .from(meetings)
    .where(and(eq(meetings.ownerId, userId), isNull(meetings.parentId)))
    .orderBy(sql`${meetings.id} desc`);
}

/** True for someone in a meeting that runs: what is said in it still comes in under their name. */
export async function isInLiveMeeting(db: Tx, userId: string): Promise<boolean> {
  const rows = await db
    .select({ id: meetings.id })
    .from(meetings)
    .innerJoin(participants, eq(participants.meetingId, meetings.id))
    .where(and(eq(meetings.status, 'live'), eq(participants.userId, userId)))
    .limit(1);
  return rows.length > 0;
}

/**
 * Gives a meeting and its breakout rooms to somebody with an account who was there, co-hosts first; false when there is
 * nobody.
 */
export async function handOverMeeting(db: Tx, id: MeetingId, from: string): Promise<boolean> {
  const [heir] = await db
    .select({ userId: participants.userId })
    .from(participants)
    .where(
      and(
        eq(participants.meetingId, id),
        eq(participants.admission, 'admitted'),
        inArray(participants.role, ['host', 'cohost', 'participant']),
        isNotNull(participants.userId),
        ne(participants.userId, from),
      ),
    )
    .orderBy(sql`${participants.role} in ('host', 'cohost') desc`, asc(participants.createdAt))
    .limit(1);
  if (!heir) return false;
  await db
    .update(meetings)
    .set({ ownerId: heir.userId })
    .where(or(eq(meetings.id, id), eq(meetings.parentId, id)));
  return true;
}

/** Removes an account with its sessions, and its person from all meetings. Its personas become the owner's. */
export function removeAccount(db: Db, user: User, words: DeleteAccount['words']): Promise<void> {
  return db.transaction(async (tx) => {
    const persons = await listPersons(tx, user.id);
    if (words === 'remove') for (const person of persons) await removeWords(tx, person);
    await anonymise(tx, user, persons);
    for (const person of persons) await announceForgotten(tx, person, words);
    const owner = sql`(select id from users where role = 'owner')`;
    await tx.update(personas).set({ ownerId: owner }).where(eq(personas.ownerId, user.id));
    await tx.delete(users).where(eq(users.id, user.id));
  });
}
