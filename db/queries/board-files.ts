/** Images on the whiteboards of meetings. */
import { and, asc, eq, sql } from 'drizzle-orm';
import type { ImageType } from '../../lib/board-messages.ts';
import { createId, type Id, type MeetingId, type ParticipantId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { boardFiles } from '../schema/board-files.ts';

export interface NewImage {
  meetingId: MeetingId;
  uploaderId: ParticipantId;
  type: ImageType;
  content: Uint8Array;
}

/** How much a meeting has already. */
export async function countImages(tx: Tx, meetingId: MeetingId): Promise<{ files: number; bytes: number }> {
  const [row] = await tx
    .select({
      files: sql<number>`count(*)::int`,
      bytes: sql<number>`coalesce(sum(${boardFiles.bytes}), 0)::float8`,
    })
    .from(boardFiles)
    .where(eq(boardFiles.meetingId, meetingId));
  return row ?? { files: 0, bytes: 0 };
}

export async function insertImage(tx: Tx, image: NewImage): Promise<Id<'fil'>> {
  const id = createId('fil');
  await tx.insert(boardFiles).values({ ...image, id, bytes: image.content.byteLength });
  return id;
}

export async function findImage(
  db: Tx,
  meetingId: MeetingId,
  id: string,
): Promise<{ type: ImageType; content: Uint8Array } | null> {
  const [row] = await db
    .select({ type: boardFiles.type, content: boardFiles.content })
    .from(boardFiles)
    .where(and(eq(boardFiles.meetingId, meetingId), eq(boardFiles.id, id as Id<'fil'>)));
  return row ?? null;
}

/** What one person has brought to whiteboards. */
export function listImagesOf(db: Tx, uploaderId: ParticipantId) {
  return db
    .select({
      id: boardFiles.id,
      type: boardFiles.type,
      bytes: boardFiles.bytes,
      createdAt: boardFiles.createdAt,
    })
    .from(boardFiles)
    .where(eq(boardFiles.uploaderId, uploaderId))
    .orderBy(asc(boardFiles.id));
}

export async function removeImagesOf(tx: Tx, uploaderId: ParticipantId): Promise<void> {
  await tx.delete(boardFiles).where(eq(boardFiles.uploaderId, uploaderId));
}
