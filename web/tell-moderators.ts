import { listPeopleInRoles } from '../db/queries/people.ts';
import type { MeetingId } from '../lib/ids.ts';
import { may, roles } from '../lib/roles.ts';
import type { WebContext } from './context.ts';

const moderators = roles.filter((role) => may(role, 'moderate'));

/**
 * Tells those who moderate that people or settings have changed. Best effort: pages ask again by themselves after
 * a while, and what changed is stored already.
 */
export async function tellModerators(
  { database, rooms, logger }: WebContext,
  meetingId: MeetingId,
): Promise<void> {
  const ids = await listPeopleInRoles(database.db, meetingId, moderators);
  await rooms.sendControl(meetingId, { type: 'people.changed' }, ids).catch((error) => {
    logger.warn({ err: error, meetingId }, 'moderators not told');
  });
}
