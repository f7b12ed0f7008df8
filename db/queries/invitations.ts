import { and, asc, desc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { MeetingId } from '../../lib/ids.ts';
import type { InvitationState } from '../../lib/planning.ts';
import type { Tx } from '../database.ts';
import { invitations } from '../schema/invitations.ts';
import { participants } from '../schema/meetings.ts';

export type Invitation = typeof invitations.$inferSelect;

export async function insertInvitations(
  tx: Tx,
  rows: (typeof invitations.$inferInsert)[],
): Promise<Invitation[]> {
  return rows.length === 0 ? [] : tx.insert(invitations).values(rows).returning();
}

/** `head` is the first row of a series, or the meeting itself (`seriesHead`). */
export function listInvitations(db: Tx, head: MeetingId): Promise<Invitation[]> {
  return db
    .select()
    .from(invitations)
    .where(eq(invitations.meetingId, head))
    .orderBy(desc(invitations.createdAt), asc(invitations.email));
}

/** Mailed invitations that were not revoked: who hears of a change. */
export function listMailedInvitations(db: Tx, head: MeetingId): Promise<Invitation[]> {
  return db
    .select()
    .from(invitations)
    .where(and(eq(invitations.meetingId, head), isNotNull(invitations.email), isNull(invitations.revokedAt)));
}

export async function findInvitation(db: Tx, tokenHash: string): Promise<Invitation | null> {
  const [row] = await db.select().from(invitations).where(eq(invitations.tokenHash, tokenHash));
  return row ?? null;
}

/** The newest open invitation that was mailed to an account. */
export async function findAccountInvitation(
  db: Tx,
  head: MeetingId,
  { userId, provenEmail }: { userId: string; provenEmail: string | null },
): Promise<Invitation | null> {
  const mine = or(
    eq(invitations.userId, userId),
    provenEmail === null ? undefined : eq(invitations.email, provenEmail.toLowerCase()),
  );
  const [row] = await db
    .select()
    .from(invitations)
    .where(and(eq(invitations.meetingId, head), isNull(invitations.revokedAt), mine))
    .orderBy(desc(invitations.expiresAt))
    .limit(1);
  return row ?? null;
}

/** Null when there is no such invitation to this meeting, or it was revoked before. */
export async function revokeInvitation(tx: Tx, head: MeetingId, id: string): Promise<Invitation | null> {
  const [row] = await tx
    .update(invitations)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(invitations.id, id), eq(invitations.meetingId, head), isNull(invitations.revokedAt)))
    .returning();
  return row ?? null;
}

/** Remembers whose account opened a mailed link; the first one keeps it. */
export async function claimInvitation(db: Tx, id: string, userId: string): Promise<void> {
  await db
    .update(invitations)
    .set({ userId })
    .where(and(eq(invitations.id, id), isNotNull(invitations.email), isNull(invitations.userId)));
}

/** Counts one more person, unless the invitation is closed by now; the database decides between two at once. */
export async function spendInvitation(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx
    .update(invitations)
    .set({ uses: sql`${invitations.uses} + 1` })
    .where(
      and(
        eq(invitations.id, id),
        isNull(invitations.revokedAt),
        sql`${invitations.expiresAt} > now()`,
        sql`(${invitations.maxUses} is null or ${invitations.uses} < ${invitations.maxUses})`,
      ),
    )
    .returning({ id: invitations.id });
  return rows.length > 0;
}

/** Keeps mailed links good until the new time of their meeting. */
export async function extendInvitations(tx: Tx, ids: string[], expiresAt: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(invitations)
    .set({ expiresAt: sql`greatest(${invitations.expiresAt}, ${expiresAt.toISOString()}::timestamptz)` })
    .where(inArray(invitations.id, ids));
}

/** True when someone who came by this invitation was removed from the meeting. */
export async function wasRemovedHolder(db: Tx, meetingId: MeetingId, invitationId: string): Promise<boolean> {
  const rows = await db
    .select({ id: participants.id })
    .from(participants)
    .where(
      and(
        eq(participants.meetingId, meetingId),
        eq(participants.invitationId, invitationId),
        eq(participants.admission, 'removed'),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** Whether an invitation still lets somebody new in, and if not, why. */
export function invitationState(
  invitation: Pick<Invitation, 'revokedAt' | 'expiresAt' | 'maxUses' | 'uses'>,
  now: Date,
): InvitationState {
  if (invitation.revokedAt) return 'revoked';
  if (invitation.expiresAt <= now) return 'expired';
  if (invitation.maxUses !== null && invitation.uses >= invitation.maxUses) return 'used_up';
  return 'open';
}
