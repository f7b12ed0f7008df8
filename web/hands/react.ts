import { findMeeting } from '../../db/queries/meetings.ts';
import type { Participant } from '../../db/queries/participants.ts';
import { ParleyError } from '../../lib/errors.ts';
import type { Reaction } from '../../lib/hand-messages.ts';
import type { WebContext } from '../context.ts';
import { limitPerson } from '../rate-limit.ts';

const pace = { name: 'reaction', max: 10, windowMs: 5_000 };

/** Shows a reaction to everyone who is here now. It is not kept. */
export async function react(context: WebContext, person: Participant, reaction: Reaction): Promise<void> {
  const { meetingId, id, name } = person;
  await limitPerson(context, person, pace);
  const meeting = await findMeeting(context.database.db, meetingId);
  if (meeting?.status !== 'live') throw new ParleyError('meeting_ended', 'This meeting is not running.');
  await context.rooms.sendControl(meetingId, { type: 'reaction', personId: id, name, reaction });
}
