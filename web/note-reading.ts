import { type Accessor, recordAccess, recordReading } from '../db/queries/access-log.ts';
import type { MeetingId } from '../lib/ids.ts';
import type { WebContext } from './context.ts';
import type { MeetingAccess } from './meeting-access.ts';

/** Notes who reads in a meeting, wherever they begin. While it runs everyone in it reads along. */
export async function noteReading(
  { database }: WebContext,
  { meeting, caller }: Pick<MeetingAccess, 'meeting' | 'caller'>,
): Promise<void> {
  if (meeting.status === 'live') return;
  await recordAccess(database.db, { meetingId: meeting.id, by: caller, event: 'read' });
}

/** The same of meetings whose words were found and are shown. */
export async function noteFound(
  { database }: WebContext,
  meetingIds: readonly MeetingId[],
  caller: Accessor,
): Promise<void> {
  if (meetingIds.length > 0) await recordReading(database.db, meetingIds, caller);
}
