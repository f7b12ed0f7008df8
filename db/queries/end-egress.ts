/** What became of an order to LiveKit Egress. A picture can be looked at from then on. */
import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Id } from '../../lib/ids.ts';
import type { Db, Tx } from '../database.ts';
import { recordingEgresses } from '../schema/egresses.ts';
import { type Egress, type EgressResult, isSound } from './egresses.ts';
import { enqueueEvent } from './outbox.ts';

/** The first word counts: what is over stays as it is, but for a picture that comes late (`takeLatePicture`). */
export async function endEgress(
  db: Tx,
  id: Id<'fil'>,
  { problem = '', ...result }: Partial<EgressResult>,
): Promise<void> {
  await db.transaction(async (tx) => {
    const [ended] = await tx
      .update(recordingEgresses)
      .set({
        ...result,
        // It may have been stopped for a reason.
        problem: sql`coalesce(nullif(${problem}::text, ''), ${recordingEgresses.problem})`,
        state: 'over',
        overAt: sql`now()`,
      })
      .where(and(eq(recordingEgresses.id, id), ne(recordingEgresses.state, 'over')))
      .returning();
    if (ended && !isSound(ended)) await tellPictureEnded(tx, ended, `picture-ended-${id}`);
  });
}

/** Nothing is expected of it any more. Where the file of a picture was on its way, that may still come. */
export async function giveUpEgress(db: Db, id: Id<'fil'>, problem: string): Promise<void> {
  await db.transaction(async (tx) => {
    await tx
      .update(recordingEgresses)
      .set({ uploadGivenUp: true })
      .where(
        and(
          eq(recordingEgresses.id, id),
          isNull(recordingEgresses.participantId),
          eq(recordingEgresses.state, 'ending'),
        ),
      );
    await endEgress(tx, id, { problem });
  });
}

/**
 * The file of a picture that was given up on its way has come: it is collected as if nothing had been said before. Once,
 * and no other order: one that was given up while it recorded may have gone on unseen.
 */
export async function takeLatePicture(tx: Tx, id: Id<'fil'>, result: EgressResult): Promise<void> {
  if (result.bytes === 0) return;
  const [picture] = await tx
    .update(recordingEgresses)
    .set({ ...result, uploadGivenUp: false, collectedAt: null })
    .where(and(eq(recordingEgresses.id, id), recordingEgresses.uploadGivenUp))
    .returning();
  if (picture) await tellPictureEnded(tx, picture, `picture-came-late-${id}`);
}

function tellPictureEnded(tx: Tx, { id, meetingId, recordingId }: Egress, eventId: string): Promise<void> {
  return enqueueEvent(tx, {
    id: eventId,
    name: 'picture/ended',
    data: { meetingId, recordingId, pictureId: id },
  });
}
