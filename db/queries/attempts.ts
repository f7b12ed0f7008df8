import { eq, lt, sql } from 'drizzle-orm';
import type { Tx } from '../database.ts';
import { attempts } from '../schema/attempts.ts';

interface Window {
  key: string;
  windowMs: number;
}

/** Counts one try and returns how many there were in this window. Counted before the try, so that a burst is too. */
export async function countAttempt(db: Tx, { key, windowMs }: Window): Promise<number> {
  const endsAt = sql`now() + ${windowMs}::float8 * interval '1 millisecond'`;
  const [row] = await db
    .insert(attempts)
    .values({ key, count: 1, endsAt })
    .onConflictDoUpdate({
      target: attempts.key,
      set: {
        count: sql`case when ${attempts.endsAt} < now() then 1 else ${attempts.count} + 1 end`,
        endsAt: sql`case when ${attempts.endsAt} < now() then excluded.ends_at else ${attempts.endsAt} end`,
      },
    })
    .returning({ count: attempts.count });
  return row?.count ?? 1;
}

/** Takes back one counted try: it was right. */
export async function forgiveAttempt(db: Tx, key: string): Promise<void> {
  await db
    .update(attempts)
    .set({ count: sql`greatest(${attempts.count} - 1, 0)` })
    .where(eq(attempts.key, key));
}

/** Forgets windows that are over. */
export async function dropOldAttempts(db: Tx): Promise<void> {
  await db.delete(attempts).where(lt(attempts.endsAt, sql`now()`));
}
