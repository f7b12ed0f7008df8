import type { Tx } from '../../db/database.ts';
import { findSeat, seatPeople } from '../../db/queries/breakout-places.ts';
import { listRooms } from '../../db/queries/breakout-rooms.ts';
import { findOpenSession } from '../../db/queries/breakout-sessions.ts';
import { lockMeeting } from '../../db/queries/meetings.ts';
import { lockParticipant, type Participant, saveCounterpart } from '../../db/queries/participants.ts';
import { isAccountRemoved } from '../../db/queries/people.ts';
import { ParleyError } from '../../lib/errors.ts';
import type { Joined } from '../../lib/messages.ts';
import { may } from '../../lib/roles.ts';
import type { WebContext } from '../context.ts';
import { letIn, openRoom } from '../open-room.ts';

/**
 * Lets a person of the main meeting into one of its breakout rooms, with the name, the role and the consent that they
 * have there. Without a lobby: they were let into the meeting. Throws `forbidden` for a room in which they have no place.
 */
export async function enterBreakout(
  context: WebContext,
  person: Participant,
  roomId: string,
): Promise<Joined> {
  const { db } = context.database;
  const session = await findOpenSession(db, person.meetingId);
  const rooms = session ? await listRooms(db, session.id) : [];
  const room = rooms.find(({ id }) => id === roomId);
  if (!session || !room) throw new ParleyError('not_found', 'This breakout room is not open.');
  const chooses = session.choice === 'own' || may(person.role, 'moderate');
  if (!chooses && (await findSeat(db, session.id, person.id)) !== room.id) {
    throw new ParleyError('forbidden', 'You have no place in this breakout room.');
  }
  const entered = await db.transaction(async (tx) => {
    const locked = await lockMeeting(tx, room.id);
    if (locked?.status !== 'scheduled' && locked?.status !== 'live') {
      throw new ParleyError('meeting_ended', 'This breakout room has closed.');
    }
    const now = await lockAdmitted(tx, person);
    const counterpart = await saveCounterpart(tx, room.id, now);
    if (counterpart.admission !== 'admitted') {
      throw new ParleyError('removed', 'A host removed you from this breakout room.');
    }
    // Hosts visit; whoever chooses stays there, also over a reload.
    if (session.choice === 'own' && !may(now.role, 'moderate')) {
      await seatPeople(tx, session, room.id, [person.id]);
    }
    return { counterpart, opened: await openRoom(context, tx, room.id) };
  });
  return letIn(context, entered.counterpart, entered.opened);
}

/** As they are in the main meeting now: a host may have removed them since they asked. */
async function lockAdmitted(tx: Tx, { meetingId, id }: Participant): Promise<Participant> {
  const person = await lockParticipant(tx, meetingId, id);
  const removed = person?.userId && (await isAccountRemoved(tx, meetingId, person.userId));
  if (person?.admission === 'admitted' && !removed) return person;
  throw new ParleyError('removed', 'A host removed you from this meeting.');
}
