/** The mails that bring a meeting's summary to people, and what its stage says of them. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { MeetingId } from '../../lib/ids.ts';
import { describeDelivery } from '../../lib/mail/describe-delivery.ts';
import type { Db, Tx } from '../database.ts';
import { mailOptOuts, mails } from '../schema/mails.ts';
import { enqueueMail, type NewMail } from './mails.ts';
import { setStage } from './stages.ts';

const summaryKind = 'meeting_summary';

/**
 * Writes the summary's mails, all or none: once any was written for a meeting, no more follow. False when they were
 * written before.
 */
export function writeSummaryMails(
  db: Db,
  meetingId: MeetingId,
  letters: readonly Omit<NewMail, 'kind' | 'dedupeKey' | 'meetingId'>[],
): Promise<boolean> {
  return db.transaction(async (tx) => {
    await lockDelivery(tx, meetingId);
    if ((await countByStatus(tx, meetingId)).size > 0) return false;
    for (const letter of letters) {
      const dedupeKey = `summary:${meetingId}:${letter.recipient}`;
      await enqueueMail(tx, { ...letter, dedupeKey, kind: summaryKind, meetingId });
    }
    await settleDelivery(tx, meetingId);
    return true;
  });
}

/** True when the summary of this meeting was mailed, or was found to be mailed to nobody. */
export async function areSummaryMailsWritten(db: Tx, meetingId: MeetingId): Promise<boolean> {
  return (await countByStatus(db, meetingId)).size > 0;
}

/** Changes a mail, and says in its meeting how far the delivery is; mails of no meeting are only changed. */
export async function withDelivery(
  db: Db,
  meetingId: MeetingId | null,
  change: (tx: Tx) => Promise<void>,
): Promise<void> {
  if (meetingId === null) return change(db);
  await db.transaction(async (tx) => {
    await lockDelivery(tx, meetingId);
    await change(tx);
    await settleDelivery(tx, meetingId);
  });
}

/**
 * Blanks the mails, which hold words that somebody takes back, and deletes those that were not sent: nobody shall get
 * them now. Where none was sent, those of the next summary are.
 */
export async function forgetSummaryMails(tx: Tx, meetingId: MeetingId): Promise<void> {
  const gone = 'This mail held words of somebody who has deleted their account, and is not kept.';
  await lockDelivery(tx, meetingId);
  const ofMeeting = and(eq(mails.meetingId, meetingId), eq(mails.kind, summaryKind));
  await tx.delete(mails).where(and(ofMeeting, inArray(mails.status, ['queued', 'failed'])));
  await tx
    .update(mails)
    .set({ html: `<p>${gone}</p>`, text: gone })
    .where(ofMeeting);
  await settleDelivery(tx, meetingId);
}

/** Two mails that are sent at the same moment count each other. */
async function lockDelivery(tx: Tx, meetingId: MeetingId): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('delivery:' || ${meetingId}, 0))`);
}

type MailStatus = (typeof mails.$inferSelect)['status'];

async function countByStatus(tx: Tx, meetingId: MeetingId): Promise<Map<MailStatus, number>> {
  const rows = await tx
    .select({ status: mails.status, count: sql<number>`count(*)::int` })
    .from(mails)
    .where(and(eq(mails.meetingId, meetingId), eq(mails.kind, summaryKind)))
    .groupBy(mails.status);
  return new Map(rows.map(({ status, count }) => [status, count]));
}

async function settleDelivery(tx: Tx, meetingId: MeetingId): Promise<void> {
  const counts = await countByStatus(tx, meetingId);
  if (counts.size === 0) return;
  const { state, message } = describeDelivery({
    sent: counts.get('sent') ?? 0,
    queued: counts.get('queued') ?? 0,
    kept: counts.get('kept') ?? 0,
    failed: counts.get('failed') ?? 0,
  });
  await setStage(tx, meetingId, 'mail', state, message);
}

// --- who wants none ---------------------------------------------------------------------------------------------

/** Those of the addresses, in lower case, that want no summaries. */
export async function listOptOuts(db: Tx, addresses: readonly string[]): Promise<string[]> {
  if (addresses.length === 0) return [];
  const rows = await db
    .select()
    .from(mailOptOuts)
    .where(inArray(mailOptOuts.address, [...addresses]));
  return rows.map(({ address }) => address);
}

/** Repeating it changes nothing. */
export async function setOptOut(db: Tx, address: string, optedOut: boolean): Promise<void> {
  if (optedOut) await db.insert(mailOptOuts).values({ address }).onConflictDoNothing();
  else await db.delete(mailOptOuts).where(eq(mailOptOuts.address, address));
}
