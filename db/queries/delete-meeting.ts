/**
 * Deletes a meeting for good. Rows go in one transaction, so that it is there as a whole or gone as a whole, however
 * often and wherever this is interrupted; files follow (functions/purge-meeting.ts).
 */
import { asc, eq, gt, sql } from 'drizzle-orm';
import { firstIdSince, type MeetingId } from '../../lib/ids.ts';
import type { Db, Tx } from '../database.ts';
import { actions } from '../schema/assistance.ts';
import { type DeletionReason, deletedMeetings } from '../schema/deleted-meetings.ts';
import { invitations } from '../schema/invitations.ts';
import { meetings } from '../schema/meetings.ts';
import { lockMeeting, type Meeting } from './meetings.ts';
import { enqueueEvent } from './outbox.ts';

/**
 * With its breakout rooms. False when there is no such meeting, or it or a room of it is not over: one that runs is
 * ended first, one that is planned is cancelled.
 */
export function deleteMeeting(
  db: Db,
  { id, reason }: { id: MeetingId; reason: DeletionReason },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    if (!isOver(await lockMeeting(tx, id))) return false;
    const rooms = await listRoomsOf(tx, id);
    for (const room of rooms) if (!isOver(await lockMeeting(tx, room))) return false;
    for (const each of [...rooms, id]) await removeMeeting(tx, each, reason);
    return true;
  });
}

const isOver = (meeting: Meeting | null) => meeting?.status === 'ended' || meeting?.status === 'completed';

/** Breakout rooms: each is a meeting with rows and files of its own. */
async function listRoomsOf(tx: Tx, id: MeetingId): Promise<MeetingId[]> {
  const rows = await tx
    .select({ id: meetings.id })
    .from(meetings)
    .where(eq(meetings.parentId, id))
    .orderBy(asc(meetings.id));
  return rows.map((row) => row.id);
}

async function removeMeeting(tx: Tx, id: MeetingId, reason: DeletionReason): Promise<void> {
  await passOnSeries(tx, id);
  const idsInMails = await listIdsInMails(tx, id);
  // All that refers to it goes with it, and whoever writes later finds nothing to write to.
  const [removed] = await tx.delete(meetings).where(eq(meetings.id, id)).returning({ code: meetings.code });
  if (!removed) return;
  await tx.insert(deletedMeetings).values({ meetingId: id, code: removed.code, reason });
  await eraseTraces(tx, id, { idsInMails });
  await enqueueEvent(tx, {
    id: `meeting-deleted:${id}`,
    name: 'meeting/deleted',
    data: { meetingId: id },
  });
}

/** The first row of a series holds the invitations of all its meetings: the next one takes its place. */
async function passOnSeries(tx: Tx, id: MeetingId): Promise<void> {
  const [next] = await tx
    .select({ id: meetings.id })
    .from(meetings)
    .where(eq(meetings.seriesId, id))
    .orderBy(asc(meetings.createdAt), asc(meetings.id))
    .limit(1);
  if (!next) return;
  await tx.update(invitations).set({ meetingId: next.id }).where(eq(invitations.meetingId, id));
  await tx.update(meetings).set({ seriesId: next.id }).where(eq(meetings.seriesId, id));
  await tx.update(meetings).set({ seriesId: null }).where(eq(meetings.id, next.id));
}

/** Mails are known by what they are about: the meeting, an action of it, an invitation to it. */
async function listIdsInMails(tx: Tx, id: MeetingId): Promise<string[]> {
  const acted = await tx.select({ id: actions.id }).from(actions).where(eq(actions.meetingId, id));
  const invited = await tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(eq(invitations.meetingId, id));
  return [...acted, ...invited].map((row) => row.id);
}

/**
 * Removes what speaks of a meeting and refers to it by no key: mails, events on their way in and out, runs of
 * functions with their steps, guesses at its password. The event of its deletion stays. `mailsSince`: looks only at mails
 * that were written after that time, which is quick however many there are.
 */
export async function eraseTraces(
  tx: Tx,
  id: MeetingId,
  { idsInMails = [], mailsSince = 0 }: { idsInMails?: readonly string[]; mailsSince?: number },
): Promise<void> {
  const within = (column: string) => sql`position(${id} in ${sql.raw(column)}) > 0`;
  const keys = sql.join(
    [id, ...idsInMails].map((each) => sql`position(${each} in dedupe_key) > 0`),
    sql` or `,
  );
  await tx.execute(sql`delete from mails where id > ${firstIdSince('eml', mailsSince)} and (${keys}
    or ${within('html')} or ${within('text')} or ${within('attachments::text')})`);
  await tx.execute(sql`delete from webhook_inbox where room_name = ${id} or ${within('payload::text')}`);
  await tx.execute(sql`delete from event_outbox where name <> 'meeting/deleted' and ${within('data::text')}`);
  await tx.execute(
    sql`delete from runner_events where name <> 'meeting/deleted' and ${within('data::text')}`,
  );
  await tx.execute(sql`delete from attempts where ${within('key')}`);
  await tx.execute(sql`delete from search_pending where meeting_id = ${id}`);
}

export type Deletion = typeof deletedMeetings.$inferSelect;

/** By the meeting's id, or by the code that people typed; null for one that is there, or never was. */
export async function findDeletion(db: Tx, idOrCode: string): Promise<Deletion | null> {
  const [row] = await db
    .select()
    .from(deletedMeetings)
    .where(sql`${idOrCode} in (${deletedMeetings.meetingId}, ${deletedMeetings.code})`)
    .limit(1);
  return row ?? null;
}

/** Deleted within the last hours: somebody may still have been writing when they went. */
export async function listFreshDeletions(db: Tx, { hours }: { hours: number }): Promise<MeetingId[]> {
  const rows = await db
    .select({ id: deletedMeetings.meetingId })
    .from(deletedMeetings)
    .where(gt(deletedMeetings.deletedAt, sql`now() - make_interval(hours => ${hours})`));
  return rows.map(({ id }) => id);
}
