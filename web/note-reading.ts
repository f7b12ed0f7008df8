import { recordAccess } from '../db/queries/access-log.ts';
import type { WebContext } from './context.ts';
import type { MeetingAccess } from './meeting-access.ts';

/** Notes who reads a transcript, at its first page. While the meeting runs everyone in it reads along. */
export async function noteReading(
  { database }: WebContext,
  { meeting, caller, after }: Pick<MeetingAccess, 'meeting' | 'caller'> & { after: string | undefined },
): Promise<void> {
  if (after !== undefined || meeting.status === 'live') return;
  await recordAccess(database.db, { meetingId: meeting.id, by: caller, event: 'read' });
}
