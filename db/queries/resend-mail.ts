import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { mails } from '../schema/mails.ts';
import { type Mail, mailChannel } from './mails.ts';
import { listOptOuts, withDelivery } from './summary-mails.ts';

/** `waiting`: it is to be sent, now or since before. The others cannot be sent again. */
export type Resending = 'waiting' | 'sent' | 'kept' | 'unsubscribed';

/** Sends a mail again that was given up, with all attempts before it. Repeating it changes nothing. */
export async function resendMail(
  db: Db,
  { id, status, recipient, meetingId, unsubscribeUrl }: Mail,
): Promise<Resending> {
  if (status !== 'failed') return status === 'queued' ? 'waiting' : status;
  // Whoever has unsubscribed meanwhile gets no mail of a list.
  const isUnwanted = unsubscribeUrl !== null && (await listOptOuts(db, [recipient.toLowerCase()])).length > 0;
  if (isUnwanted) return 'unsubscribed';
  await withDelivery(db, meetingId, async (tx) => {
    await tx
      .update(mails)
      .set({ status: 'queued', attempts: 0, dueAt: sql`now()` })
      .where(and(eq(mails.id, id), eq(mails.status, 'failed')));
    await tx.execute(sql`select pg_notify(${mailChannel}, '')`);
  });
  return 'waiting';
}
