/**
 * One shared screen at a time. The lock is a row; LiveKit lets only its holder publish a screen, and takes away what
 * someone publishes who holds it no more. Whoever is replaced is told by whom.
 */
import { findMeeting, lockMeeting, type Meeting } from '../../db/queries/meetings.ts';
import type { Participant } from '../../db/queries/participants.ts';
import { findScreenShare, releaseScreenShare, takeScreenShare } from '../../db/queries/screen-shares.ts';
import { ParleyError } from '../../lib/errors.ts';
import type { MeetingId, ParticipantId } from '../../lib/ids.ts';
import { may } from '../../lib/roles.ts';
import type { ScreenHolder } from '../../lib/screen-messages.ts';
import type { WebContext } from '../context.ts';
import type { RoomParticipant } from '../livekit-port.ts';
import { showStandings } from '../standing.ts';

/** How long somebody may hold the screen before it is seen in the room. */
const startPatienceMs = 30_000;

/** Gives the screen to this person, unless another has it than the one whom they take it from. */
export async function shareScreen(
  context: WebContext,
  person: Participant,
  from: ParticipantId | null,
): Promise<ScreenHolder> {
  const { db } = context.database;
  const { meetingId } = person;
  refuseToShare(await findMeeting(db, meetingId), person);
  const { before, after } = await db.transaction(async (tx) => {
    await lockMeeting(tx, meetingId);
    const before = await findScreenShare(tx, meetingId);
    await takeScreenShare(tx, person, from);
    return { before, after: await findScreenShare(tx, meetingId) };
  });
  if (!after) throw new Error('the lock is gone under its lock');
  const { id, name } = after.holder;
  if (id !== person.id) return { granted: false, holder: { id, name } };
  const replaced = before && before.holder.id !== id ? before.holder.id : null;
  try {
    await showStandings(context, meetingId, replaced ? [replaced, id] : [id]);
  } catch (error) {
    await releaseScreenShare(db, person);
    throw error;
  }
  if (replaced) await tellStopped(context, meetingId, { id: replaced, how: 'taken_over', by: name });
  return { granted: true, holder: { id, name } };
}

/** Ends the share of this person; of somebody else when a host asks. Nothing happens where there is none. */
export async function stopScreen(context: WebContext, person: Participant): Promise<void> {
  const { meetingId } = person;
  const share = await findScreenShare(context.database.db, meetingId);
  if (!share) return;
  const isOwn = share.holder.id === person.id;
  if (!isOwn && !may(person.role, 'moderate')) return;
  await endShare(context, meetingId, { id: share.holder.id, by: isOwn ? null : person.name });
}

/** Hosts alone may share from now on: whoever is none stops. */
export async function stopScreenOfGuests(
  context: WebContext,
  { meetingId, name }: Participant,
): Promise<void> {
  const share = await findScreenShare(context.database.db, meetingId);
  if (!share || may(share.holder.role, 'moderate')) return;
  await endShare(context, meetingId, { id: share.holder.id, by: name });
}

/** LiveKit says that this person left, or sends no screen any more; at that moment they may share again already. */
export async function freeScreen(
  context: WebContext,
  meetingId: MeetingId,
  { id, at }: { id: string; at: Date },
): Promise<void> {
  if (!(await releaseScreenShare(context.database.db, { meetingId, id }, at))) return;
  await showStandings(context, meetingId, [id as ParticipantId]);
}

/** Frees the screen of somebody who has gone, or who has sent none for a while. */
export async function settleScreen(
  context: WebContext,
  meetingId: MeetingId,
  inRoom: RoomParticipant[],
): Promise<void> {
  const share = await findScreenShare(context.database.db, meetingId);
  if (!share || Date.now() - share.takenAt.getTime() < startPatienceMs) return;
  const { id } = share.holder;
  if (inRoom.some(({ identity, sharesScreen }) => identity === id && sharesScreen)) return;
  await freeScreen(context, meetingId, { id, at: new Date() });
}

interface Stopped {
  id: ParticipantId;
  how: 'taken_over' | 'by_host';
  by: string;
}

/** `by`: the host who ends it; null for one's own doing. */
async function endShare(
  context: WebContext,
  meetingId: MeetingId,
  { id, by }: { id: ParticipantId; by: string | null },
): Promise<void> {
  if (!(await releaseScreenShare(context.database.db, { meetingId, id }))) return;
  await showStandings(context, meetingId, [id]);
  if (by !== null) await tellStopped(context, meetingId, { id, how: 'by_host', by });
}

async function tellStopped(
  { rooms, logger }: WebContext,
  meetingId: MeetingId,
  { id, how, by }: Stopped,
): Promise<void> {
  await rooms.sendControl(meetingId, { type: 'screen.stopped', how, by }, [id]).catch((error) => {
    logger.warn({ err: error, meetingId, participantId: id }, 'not told that the share was stopped');
  });
}

function refuseToShare(meeting: Meeting | null, { role }: Participant): void {
  if (meeting?.status !== 'live') throw new ParleyError('meeting_ended', 'This meeting is not running.');
  if (meeting.whoMayShare === 'hosts' && !may(role, 'moderate')) {
    throw new ParleyError('forbidden', 'Only hosts can share a screen in this meeting.');
  }
}
