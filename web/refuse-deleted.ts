import { findDeletion } from '../db/queries/delete-meeting.ts';
import { ParleyError } from '../lib/errors.ts';
import type { WebContext } from './context.ts';

/** Throws `meeting_deleted`, with the day, for the id or code of a meeting that there was. */
export async function refuseDeleted({ database }: WebContext, idOrCode: string): Promise<void> {
  const deletion = await findDeletion(database.db, idOrCode);
  if (!deletion) return;
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  throw new ParleyError('meeting_deleted', `This meeting was deleted on ${day.format(deletion.deletedAt)}.`);
}
