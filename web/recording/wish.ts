import type { Participant } from '../../db/queries/participants.ts';
import { listPeople } from '../../db/queries/people.ts';
import { may } from '../../lib/roles.ts';
import type { WebContext } from '../context.ts';

/** Someone who may not record asks those who may. */
export async function tellModeratorsOfWish(
  { database, rooms }: WebContext,
  { meetingId, name }: Participant,
): Promise<void> {
  const people = await listPeople(database.db, meetingId);
  const recorders = people.filter(({ role, present }) => present && may(role, 'record')).map(({ id }) => id);
  await rooms.sendControl(meetingId, { type: 'recording.asked', by: name }, recorders);
}
