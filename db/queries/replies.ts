import { and, eq } from 'drizzle-orm';
import type { MeetingId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { replies } from '../schema/assistance.ts';

/** True once an agent of this meeting has greeted. */
export async function hasGreeted(db: Tx, meetingId: MeetingId): Promise<boolean> {
  const rows = await db
    .select({ id: replies.id })
    .from(replies)
    .where(and(eq(replies.meetingId, meetingId), eq(replies.kind, 'greeting')))
    .limit(1);
  return rows.length > 0;
}
