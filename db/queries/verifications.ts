import { and, eq, gt, sql } from 'drizzle-orm';
import { createId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { verifications } from '../schema/accounts.ts';

/** Stores what a secret stands for. `identifier` names the kind and the secret's hash, never the secret. */
export async function insertVerification(
  db: Tx,
  { identifier, value, lifetimeSeconds }: { identifier: string; value: string; lifetimeSeconds: number },
): Promise<void> {
  await db.insert(verifications).values({
    id: createId('ver'),
    identifier,
    value,
    expiresAt: sql`now() + make_interval(secs => ${lifetimeSeconds})`,
  });
}

export async function findVerification(db: Tx, identifier: string): Promise<string | null> {
  const [row] = await db
    .select({ value: verifications.value })
    .from(verifications)
    .where(and(eq(verifications.identifier, identifier), gt(verifications.expiresAt, sql`now()`)));
  return row?.value ?? null;
}

/** The value, once: whoever gets it has used the secret up. */
export async function consumeVerification(tx: Tx, identifier: string): Promise<string | null> {
  const [row] = await tx
    .delete(verifications)
    .where(and(eq(verifications.identifier, identifier), gt(verifications.expiresAt, sql`now()`)))
    .returning({ value: verifications.value });
  return row?.value ?? null;
}
