/**
 * What those who moderate do to people: stored first, under the meeting's lock, then mirrored to LiveKit and told.
 * Each is idempotent. When LiveKit is away the stored state holds, and the watch applies it later.
 */
import type { Tx } from '../db/database.ts';
import { listCounterparts } from '../db/queries/breakout-places.ts';
import { lockMeeting, setMeetingRules } from '../db/queries/meetings.ts';
import { findParticipant, type Participant } from '../db/queries/participants.ts';
import {
  countMuteAsk,
  listPeople,
  setAdmission,
  setPen,
  setRole,
  setSilenced,
} from '../db/queries/people.ts';
import { ParleyError } from '../lib/errors.ts';
import type { MeetingId, ParticipantId } from '../lib/ids.ts';
import type { Admission } from '../lib/messages.ts';
import { may, mayActOn } from '../lib/roles.ts';
import type { WebContext } from './context.ts';
import { showStandings } from './standing.ts';
import { tellModerators } from './tell-moderators.ts';

const outside: Admission[] = ['waiting', 'declined', 'removed'];

/** Lets someone in who waits, or who was kept out before. */
export async function admitPerson(context: WebContext, actor: Participant, id: string): Promise<void> {
  await change(context, actor, id, async (tx, target) => {
    await setAdmission(tx, target.meetingId, [target.id], { from: outside, to: 'admitted' });
    await setInRooms(tx, target.id, { from: ['removed'], to: 'admitted' });
  });
}

/** Lets in everyone who waits now. */
export async function admitEveryone(context: WebContext, actor: Participant): Promise<void> {
  const { meetingId } = actor;
  await context.database.db.transaction(async (tx) => {
    await lockMeeting(tx, meetingId);
    await admitWaiting(tx, meetingId);
  });
  await tellModerators(context, meetingId);
}

/** Lets in those who wait now; those who have gone meanwhile have to ask again. */
export async function admitWaiting(tx: Tx, meetingId: MeetingId): Promise<ParticipantId[]> {
  const waiting = (await listPeople(tx, meetingId)).filter((person) => person.admission === 'waiting');
  const ids = waiting.map((person) => person.id);
  return setAdmission(tx, meetingId, ids, { from: ['waiting'], to: 'admitted' });
}

/** Keeps someone who waits outside. Someone who is in has to be removed instead. */
export async function declinePerson(context: WebContext, actor: Participant, id: string): Promise<void> {
  await change(context, actor, id, async (tx, target) => {
    if (target.admission === 'admitted') {
      throw new ParleyError('conflict', 'This person was let in already.');
    }
    await setAdmission(tx, target.meetingId, [target.id], { from: ['waiting'], to: 'declined' });
  });
}

/** Puts someone out for good; from then on new guests go through the waiting room. */
export async function removePerson(context: WebContext, actor: Participant, id: string): Promise<void> {
  const target = await change(context, actor, id, async (tx, target) => {
    const from: Admission[] = ['admitted', 'waiting', 'declined'];
    const [removed] = await setAdmission(tx, target.meetingId, [target.id], { from, to: 'removed' });
    if (removed) await setMeetingRules(tx, target.meetingId, { waitingRoom: true });
    await setInRooms(tx, target.id, { from: ['admitted'], to: 'removed' });
  });
  const inRooms = await listCounterparts(context.database.db, target.id);
  for (const { meetingId, id } of [target, ...inRooms]) {
    await mirror(context, target, () => context.rooms.removeParticipant(meetingId, id));
  }
}

/** Who is removed from a meeting is removed from its breakout rooms. */
async function setInRooms(
  tx: Tx,
  mainId: ParticipantId,
  change: { from: Admission[]; to: Admission },
): Promise<void> {
  for (const { meetingId, id } of await listCounterparts(tx, mainId)) {
    await setAdmission(tx, meetingId, [id], change);
  }
}

/**
 * Asks someone to turn the microphone off; their page obeys, and they can turn it on again. Whose connection is away
 * learns it when it is back: it is counted, and the count is part of their standing.
 */
export async function askToMute(context: WebContext, actor: Participant, id: string): Promise<void> {
  const { db } = context.database;
  const target = await findTarget(db, actor, id);
  const asks = await countMuteAsk(db, target.id);
  const message = { type: 'microphone.mute' as const, by: actor.name, asks };
  await context.rooms.sendControl(target.meetingId, message, [target.id]);
  await mirror(context, target, () => showStandings(context, target.meetingId, [target.id]));
}

/** Takes the microphone away until it is given back. Giving it back does not turn it on. */
export async function silencePerson(
  context: WebContext,
  actor: Participant,
  id: string,
  silenced: boolean,
): Promise<void> {
  const target = await change(context, actor, id, (tx, target) => setSilenced(tx, target.id, silenced));
  await applyStanding(context, actor, { ...target, silenced });
}

/** Lets someone draw on the whiteboard, or not. Whoever has its document open is told by web/documents. */
export async function givePen(
  context: WebContext,
  actor: Participant,
  id: string,
  pen: boolean,
): Promise<void> {
  await change(context, actor, id, (tx, target) => setPen(tx, target.id, pen));
}

/** Makes someone a co-host, or takes that back. */
export async function appointPerson(
  context: WebContext,
  actor: Participant,
  id: string,
  role: 'cohost' | 'participant',
): Promise<void> {
  if (!may(actor.role, 'appoint')) throw new ParleyError('forbidden', 'Only the host can appoint co-hosts.');
  const target = await change(context, actor, id, (tx, target) =>
    setRole(tx, target.id, role === 'cohost' ? role : roleWithoutOffice(target)),
  );
  const newRole = role === 'cohost' ? role : roleWithoutOffice(target);
  await applyStanding(context, actor, { ...target, role: newRole });
}

/** Those who came without an account are guests. */
function roleWithoutOffice({ userId, role }: Participant) {
  if (role !== 'cohost') return role;
  return userId === null ? 'guest' : 'participant';
}

async function findTarget(db: Tx, actor: Participant, id: string): Promise<Participant> {
  const target = await findParticipant(db, actor.meetingId, id);
  if (!target) throw new ParleyError('not_found', 'This person is not known in the meeting.');
  if (!mayActOn(actor.role, target.role)) {
    throw new ParleyError('forbidden', 'You cannot do this to someone who hosts the meeting.');
  }
  return target;
}

async function change(
  context: WebContext,
  actor: Participant,
  id: string,
  act: (tx: Tx, target: Participant) => Promise<unknown>,
): Promise<Participant> {
  const target = await context.database.db.transaction(async (tx) => {
    await lockMeeting(tx, actor.meetingId);
    const found = await findTarget(tx, actor, id);
    await act(tx, found);
    return found;
  });
  await tellModerators(context, actor.meetingId);
  return target;
}

async function applyStanding(context: WebContext, actor: Participant, target: Participant): Promise<void> {
  const { meetingId, id, role, silenced } = target;
  const { rooms } = context;
  await mirror(context, target, async () => {
    await showStandings(context, meetingId, [id]);
    const message = { type: 'standing.changed' as const, role, silenced, by: actor.name };
    await rooms.sendControl(meetingId, message, [id]);
  });
}

async function mirror(
  { logger }: WebContext,
  { meetingId, id }: Participant,
  act: () => Promise<void>,
): Promise<void> {
  await act().catch((error) => {
    logger.warn({ err: error, meetingId, participantId: id }, 'not mirrored to the room yet');
  });
}
