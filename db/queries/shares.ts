import { and, count, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Id, MeetingId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { meetings } from '../schema/meetings.ts';
import { shares } from '../schema/shares.ts';

export type Share = typeof shares.$inferSelect;

export async function insertShare(tx: Tx, share: typeof shares.$inferInsert): Promise<Share> {
  const [row] = await tx.insert(shares).values(share).returning();
  if (!row) throw new Error('insert returned no row');
  return row;
}

/** Newest first. */
export function listShares(db: Tx, meetingId: MeetingId): Promise<Share[]> {
  return db.select().from(shares).where(eq(shares.meetingId, meetingId)).orderBy(desc(shares.id));
}

export async function countOpenShares(db: Tx, meetingId: MeetingId): Promise<number> {
  const [row] = await db
    .select({ open: count() })
    .from(shares)
    .where(and(eq(shares.meetingId, meetingId), isNull(shares.revokedAt), gt(shares.expiresAt, sql`now()`)));
  return row?.open ?? 0;
}

/** Null when this meeting has no such link, or it was withdrawn before. */
export async function revokeShare(tx: Tx, meetingId: MeetingId, id: string): Promise<Share | null> {
  const [row] = await tx
    .update(shares)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(shares.id, id as Id<'shr'>), eq(shares.meetingId, meetingId), isNull(shares.revokedAt)))
    .returning();
  return row ?? null;
}

/** The link of a secret with its meeting, also one that is over; null when there is none. */
export async function findShare(db: Tx, secretHash: string) {
  const [row] = await db
    .select({ share: shares, meeting: meetings })
    .from(shares)
    .innerJoin(meetings, eq(meetings.id, shares.meetingId))
    .where(eq(shares.secretHash, secretHash));
  return row ?? null;
}

export async function countOpening(db: Tx, id: Id<'shr'>): Promise<void> {
  await db
    .update(shares)
    .set({ opens: sql`${shares.opens} + 1`, lastOpenedAt: sql`now()` })
    .where(eq(shares.id, id));
}
