/** Passages of meetings and their vectors. */
import { createHash } from 'node:crypto';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { MeetingId } from '../../lib/ids.ts';
import type { Passage } from '../../lib/passages.ts';
import type { Db, Tx } from '../database.ts';
import { embeddings, passageIndexes, passages } from '../schema/passages.ts';

/** Rows of one insert: Postgres takes 65,535 parameters. */
const rowsAtOnce = 5_000;

/** Stores the passages of a meeting instead of those that were there. */
export async function replacePassages(db: Db, meetingId: MeetingId, cut: readonly Passage[]): Promise<void> {
  const rows = cut.map(({ lines, hash }, number) => ({
    meetingId,
    number,
    hash,
    lines: lines.map(({ epoch, seq }) => ({ epoch, seq })),
  }));
  await db.transaction(async (tx) => {
    await tx.delete(passages).where(eq(passages.meetingId, meetingId));
    for (let at = 0; at < rows.length; at += rowsAtOnce)
      await tx.insert(passages).values(rows.slice(at, at + rowsAtOnce));
  });
}

/** Those of the hashes that the model has made a vector of. */
export async function findEmbedded(
  db: Tx,
  model: string,
  hashes: readonly string[],
): Promise<ReadonlySet<string>> {
  if (hashes.length === 0) return new Set();
  const rows = await db
    .select({ hash: embeddings.hash })
    .from(embeddings)
    .where(and(eq(embeddings.model, model), inArray(embeddings.hash, [...hashes])));
  return new Set(rows.map(({ hash }) => hash));
}

export async function storeEmbeddings(
  db: Tx,
  model: string,
  vectors: readonly { hash: string; vector: Float32Array }[],
): Promise<void> {
  if (vectors.length === 0) return;
  await db
    .insert(embeddings)
    .values(vectors.map(({ hash, vector }) => ({ model, hash, vector: [...vector] })))
    .onConflictDoNothing();
}

/** Says that the stored passages have vectors: from here on questions find them. */
export async function openPassages(db: Tx, meetingId: MeetingId, model: string): Promise<void> {
  const rows = await db
    .select({ hash: passages.hash })
    .from(passages)
    .where(eq(passages.meetingId, meetingId))
    .orderBy(passages.number);
  const digest = createHash('sha256')
    .update(rows.map(({ hash }) => hash).join('\n'))
    .digest('hex');
  await db
    .insert(passageIndexes)
    .values({ meetingId, model, digest })
    .onConflictDoUpdate({ target: [passageIndexes.meetingId, passageIndexes.model], set: { digest } });
}

/** Vectors of texts that no meeting has any more. */
export async function deleteUnusedEmbeddings(db: Tx): Promise<void> {
  await db.execute(sql`
    delete from ${embeddings} e where not exists (select 1 from ${passages} p where p.hash = e.hash)`);
}
