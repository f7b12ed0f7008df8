/** What hosts do while breakout rooms are open: stored first, then told. */
import { seatPeople, unseatPerson } from '../../db/queries/breakout-places.ts';
import { listRooms } from '../../db/queries/breakout-rooms.ts';
import { closeSessionIn, findOpenSession } from '../../db/queries/breakout-sessions.ts';
import type { Participant } from '../../db/queries/participants.ts';
import { breakoutLimits, type MovePerson } from '../../lib/breakout-messages.ts';
import { ParleyError } from '../../lib/errors.ts';
import { cleanText } from '../../lib/text.ts';
import type { WebContext } from '../context.ts';
import { limitPerson } from '../rate-limit.ts';
import { breakoutPace } from './breakout-pace.ts';
import { tellBreakouts } from './tell-breakouts.ts';

const messagePace = { name: 'breakout-message', max: 10, windowMs: 60_000 };

/** Gives somebody a place in another room, or in none; their page goes there. */
export async function movePerson(
  context: WebContext,
  host: Participant,
  { personId, roomId }: MovePerson,
): Promise<void> {
  await limitPerson(context, host, breakoutPace);
  const { db } = context.database;
  const session = await openSessionOf(context, host);
  if (roomId === null) {
    await unseatPerson(db, session.id, personId);
  } else {
    const rooms = await listRooms(db, session.id);
    if (!rooms.some(({ id }) => id === roomId)) {
      throw new ParleyError('not_found', 'This breakout room is not open.');
    }
    await seatPeople(db, session, roomId, [personId]);
  }
  await tellBreakouts(context, session, { type: 'breakouts.changed' });
}

/** Shows a short text to everyone in all rooms. It is not kept. */
export async function tellAllRooms(context: WebContext, host: Participant, text: string): Promise<void> {
  const session = await openSessionOf(context, host);
  const clean = cleanText(text, breakoutLimits.message);
  if (clean === '') throw new ParleyError('bad_request', 'Please write something.');
  await limitPerson(context, host, messagePace);
  await tellBreakouts(context, session, { type: 'breakouts.message', by: host.name, text: clean });
}

/** Begins the countdown after which web closes the rooms; where they close sooner, that stays. */
export async function beginClosing(context: WebContext, host: Participant): Promise<void> {
  await limitPerson(context, host, breakoutPace);
  const session = await openSessionOf(context, host);
  await closeSessionIn(context.database.db, host.meetingId, breakoutLimits.closingMs);
  await tellBreakouts(context, session, { type: 'breakouts.changed' });
}

async function openSessionOf({ database }: WebContext, { meetingId }: Participant) {
  const session = await findOpenSession(database.db, meetingId);
  if (!session) throw new ParleyError('conflict', 'No breakout rooms are open.');
  return session;
}
