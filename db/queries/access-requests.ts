/** Requests to see a meeting. What an allowed one opens is decided in `meeting-visibility.ts`. */
import { and, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { accessRequestLimits } from '../../lib/access-requests.ts';
import { createId, type Id, type MeetingId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { type AccessRequestState, accessRequests } from '../schema/access-requests.ts';
import { users } from '../schema/accounts.ts';
import { meetings, participants } from '../schema/meetings.ts';
import type { User } from './accounts.ts';
import type { AccountViewer } from './list-meetings.ts';
import { removedFrom, visibleTo } from './meeting-visibility.ts';
import { enqueueEvent } from './outbox.ts';

export type AccessRequest = typeof accessRequests.$inferSelect;

/** Of mails to hosts; their keys have the id of the account that asked. */
export const accessRequestedKind = 'access-requested';

/** Still counts: allowed, or not so old that it is forgotten. */
export const isKept: SQL = sql`(${accessRequests.state} = 'allowed'
  or ${accessRequests.askedAt} > now() - make_interval(days => ${sql.raw(String(accessRequestLimits.days))}))`;

/** Requests that are read at once: what a person can look through. */
const most = 200;

/**
 * Stores a request, or finds the one that there is. It reaches the hosts where there is such a meeting, and the account
 * was not removed from it; either way the same statements run, so that nobody can tell by the time it takes.
 */
export async function storeAccessRequest(
  tx: Tx,
  { account, wantedId, note }: { account: AccountViewer; wantedId: MeetingId; note: string },
): Promise<Pick<AccessRequest, 'askedAt'>> {
  const { userId } = account;
  const same = and(eq(accessRequests.userId, userId), eq(accessRequests.wantedId, wantedId));
  await tx.delete(accessRequests).where(and(same, sql`not ${isKept}`));
  const id = createId('arq');
  const reached = sql`(select m.id from ${meetings} m
    where m.id = ${wantedId} and m.id not in (${removedFrom(account)}))`;
  const [stored] = await tx
    .insert(accessRequests)
    .values({ id, userId, wantedId, meetingId: reached, note })
    .onConflictDoNothing({ target: [accessRequests.userId, accessRequests.wantedId] })
    .returning();
  if (stored) {
    await enqueueEvent(tx, {
      id: `access-requested:${id}`,
      name: 'access/requested',
      data: { requestId: id },
    });
    return stored;
  }
  const [earlier] = await tx.select().from(accessRequests).where(same);
  if (!earlier) throw new Error('a request that is in the way is not there');
  return earlier;
}

/** When an account asked for this; null when it did not, or so long ago that it may ask again. */
export async function findAskedAt(db: Tx, userId: string, wantedId: string): Promise<Date | null> {
  const [row] = await db
    .select({ askedAt: accessRequests.askedAt })
    .from(accessRequests)
    .where(
      and(eq(accessRequests.userId, userId), eq(accessRequests.wantedId, wantedId as MeetingId), isKept),
    );
  return row?.askedAt ?? null;
}

const columns = {
  request: accessRequests,
  user: users,
  meeting: { id: meetings.id, title: meetings.title },
};

export interface AskedAccess {
  request: AccessRequest;
  /** Who asked. */
  user: User;
  meeting: { id: MeetingId; title: string };
}

const ofMeeting = (meetingId: MeetingId) =>
  and(eq(accessRequests.meetingId, meetingId), inArray(accessRequests.state, ['open', 'allowed']));

/** Who waits for an answer and who may see the meeting, newest first. */
export function listAccessRequests(db: Tx, meetingId: MeetingId): Promise<AskedAccess[]> {
  return selectAsked(db, ofMeeting(meetingId));
}

/** One of those, however many are newer; null where it is none. */
export async function findAccessRequest(
  db: Tx,
  meetingId: MeetingId,
  id: string,
): Promise<AskedAccess | null> {
  const [row] = await selectAsked(db, and(ofMeeting(meetingId), eq(accessRequests.id, id as Id<'arq'>)));
  return row ?? null;
}

export async function countOpenRequests(db: Tx, meetingId: MeetingId): Promise<number> {
  const [row] = await db
    .select({ open: count() })
    .from(accessRequests)
    .where(and(eq(accessRequests.meetingId, meetingId), eq(accessRequests.state, 'open'), isKept));
  return row?.open ?? 0;
}

/** Who waits for an answer of this account, newest first: in meetings that it may see and hosts. */
export function listRequestsForHost(db: Tx, viewer: AccountViewer): Promise<AskedAccess[]> {
  return selectAsked(
    db,
    and(eq(accessRequests.state, 'open'), visibleTo(viewer), hostedBy(sql`${viewer.userId}`)),
  );
}

/** A request that reached a meeting and still waits; null otherwise. */
export async function findOpenRequest(db: Tx, id: string): Promise<AskedAccess | null> {
  const [row] = await selectAsked(
    db,
    and(eq(accessRequests.id, id as Id<'arq'>), eq(accessRequests.state, 'open')),
  );
  return row ?? null;
}

function selectAsked(db: Tx, where: SQL | undefined): Promise<AskedAccess[]> {
  return db
    .select(columns)
    .from(accessRequests)
    .innerJoin(meetings, eq(meetings.id, accessRequests.meetingId))
    .innerJoin(users, eq(users.id, accessRequests.userId))
    .where(and(where, isKept))
    .orderBy(desc(accessRequests.id))
    .limit(most);
}

/** Accounts of those who host a meeting. */
export function listHosts(db: Tx, meetingId: MeetingId): Promise<User[]> {
  return db
    .select()
    .from(users)
    .where(
      sql`exists (select 1 from ${meetings} where ${meetings.id} = ${meetingId} and ${hostedBy(sql`${users.id}`)})`,
    );
}

/** Condition on `meetings`: the account owns it, or was let in as host or co-host. */
function hostedBy(userId: SQL): SQL {
  return sql`(${meetings.ownerId} = ${userId} or exists (select 1 from ${participants} p
    where p.meeting_id = ${meetings.id} and p.user_id = ${userId}
      and p.admission = 'admitted' and p.role in ('host', 'cohost')))`;
}

/** Moves a request on, unless somebody did before; the database decides between two hosts at once. */
export async function settleAccessRequest(
  tx: Tx,
  {
    meetingId,
    id,
    from,
    to,
  }: { meetingId: MeetingId; id: string; from: AccessRequestState; to: AccessRequestState },
): Promise<boolean> {
  const rows = await tx
    .update(accessRequests)
    .set({ state: to })
    .where(
      and(
        eq(accessRequests.id, id as Id<'arq'>),
        eq(accessRequests.meetingId, meetingId),
        eq(accessRequests.state, from),
        isKept,
      ),
    )
    .returning({ id: accessRequests.id });
  return rows.length > 0;
}

/** Forgets requests that nobody has allowed in their time. */
export async function dropOldAccessRequests(db: Tx): Promise<void> {
  await db.delete(accessRequests).where(sql`not ${isKept}`);
}
