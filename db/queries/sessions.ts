import { and, desc, eq, gt, lt, ne, or, sql } from 'drizzle-orm';
import { createId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { sessions, users, verifications } from '../schema/accounts.ts';
import type { User } from './accounts.ts';

export type Session = typeof sessions.$inferSelect;

/** Times of a session, in seconds. */
export const sessionTimes = {
  /** Without a request for so long, it is over. */
  idle: 7 * 24 * 3600,
  /** It is over then, whatever happens. */
  absolute: 30 * 24 * 3600,
  /** A token older than this is replaced at the next request. */
  rotateAfter: 3600,
  /** The replaced token is good for so long: other requests of the same browser were under way. */
  grace: 60,
};

const seconds = (value: number) => sql`make_interval(secs => ${value})`;

/** The live session of a token, also of one that was replaced a moment ago; with its account. */
export async function findLiveSession(
  db: Tx,
  token: string,
): Promise<{ session: Session; user: User; rotate: boolean } | null> {
  const [row] = await db
    .select({
      session: sessions,
      user: users,
      rotate: sql<boolean>`${sessions.rotatedAt} < now() - ${seconds(sessionTimes.rotateAfter)}`,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        or(
          eq(sessions.token, token),
          and(
            eq(sessions.previousToken, token),
            gt(sessions.rotatedAt, sql`now() - ${seconds(sessionTimes.grace)}`),
          ),
        ),
        gt(sessions.expiresAt, sql`now()`),
        gt(sessions.createdAt, sql`now() - ${seconds(sessionTimes.absolute)}`),
      ),
    );
  return row ?? null;
}

/** Replaces the token and moves the idle limit; null when another request was faster. */
export async function rotateSession(db: Tx, token: string, newToken: string): Promise<Session | null> {
  const [row] = await db
    .update(sessions)
    .set({
      token: newToken,
      previousToken: token,
      rotatedAt: sql`now()`,
      updatedAt: sql`now()`,
      expiresAt: sql`least(now() + ${seconds(sessionTimes.idle)}, ${sessions.createdAt} + ${seconds(sessionTimes.absolute)})`,
    })
    .where(eq(sessions.token, token))
    .returning();
  return row ?? null;
}

export async function insertSession(
  db: Tx,
  session: { userId: string; token: string; userAgent: string },
): Promise<Session> {
  const [row] = await db
    .insert(sessions)
    .values({
      ...session,
      id: createId('ses'),
      expiresAt: sql`now() + ${seconds(sessionTimes.idle)}`,
    })
    .returning();
  if (!row) throw new Error('insert returned no row');
  return row;
}

/** Newest use first. */
export function listSessions(db: Tx, userId: string): Promise<Session[]> {
  return db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, sql`now()`)))
    .orderBy(desc(sessions.updatedAt));
}

/** Ends one session of this person; false when there is none. */
export async function deleteSession(db: Tx, userId: string, id: string): Promise<boolean> {
  const rows = await db
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), eq(sessions.id, id)))
    .returning({ id: sessions.id });
  return rows.length > 0;
}

/** Ends every session of this person, but `except` when that is given. */
export async function deleteSessions(db: Tx, userId: string, except?: string): Promise<void> {
  await db
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), except === undefined ? undefined : ne(sessions.id, except)));
}

/** Removes what is over: sessions, and secrets of links. */
export async function deleteExpired(db: Tx): Promise<void> {
  await db
    .delete(sessions)
    .where(
      or(
        lt(sessions.expiresAt, sql`now()`),
        lt(sessions.createdAt, sql`now() - ${seconds(sessionTimes.absolute)}`),
      ),
    );
  await db.delete(verifications).where(lt(verifications.expiresAt, sql`now()`));
}
