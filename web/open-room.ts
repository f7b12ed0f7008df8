/** A meeting's room in LiveKit, and what a browser needs to connect to it. */
import type { Tx } from '../db/database.ts';
import { grantEpoch } from '../db/queries/epochs.ts';
import { findMeeting, type Meeting, setRoomSid, startMeeting } from '../db/queries/meetings.ts';
import { type Participant, wasPresent } from '../db/queries/participants.ts';
import { ParleyError } from '../lib/errors.ts';
import type { MeetingId } from '../lib/ids.ts';
import type { Joined } from '../lib/messages.ts';
import { may } from '../lib/roles.ts';
import type { WebContext } from './context.ts';
import { dispatchAgent, roomMetadataOf } from './dispatch-agent.ts';
import { meetingView } from './meeting-view.ts';

export interface OpenRoom {
  meeting: Meeting;
  /** To be dispatched after the commit; null when an agent is there, or none is wanted. */
  epoch: number | null;
}

/**
 * Makes sure that the meeting runs and its room exists, and grants an epoch for a room that is new: no agent can be
 * in it. None is granted where people sent the AI participant away. Later agents are the agent watch's business. The
 * caller holds the meeting's lock.
 */
export async function openRoom(context: WebContext, tx: Tx, id: MeetingId): Promise<OpenRoom> {
  await startMeeting(tx, id);
  const meeting = await findMeeting(tx, id);
  if (!meeting) throw new ParleyError('not_found', 'There is no meeting with this code.');
  const room = await context.rooms.createRoom(id, JSON.stringify(roomMetadataOf(meeting)));
  const isNew = meeting.roomSid !== room.sid;
  if (isNew || meeting.roomMissingSince) await setRoomSid(tx, id, room.sid);
  return { meeting, epoch: isNew && !meeting.agentDismissed ? await grantEpoch(tx, id) : null };
}

/** Lets a stored person into a room that was opened for them. */
export async function letIn(
  context: WebContext,
  person: Participant,
  { meeting, epoch }: OpenRoom,
): Promise<Joined> {
  const { id, name, role, silenced, muteAsks } = person;
  if (epoch !== null) await dispatchAgent(context, meeting.id, epoch);
  return {
    meeting: meetingView(meeting, may(role, 'appoint')),
    participantId: id,
    name,
    role,
    serverUrl: context.livekit.publicUrl,
    token: await context.rooms.createJoinToken({
      ...{ room: meeting.id, identity: id },
      ...{ name, role, silenced, muteAsks },
    }),
    apiToken: await context.tokens.signPerson({ meetingId: meeting.id, participantId: id, role }),
    pictures: context.config.recordings.picture !== null,
    microphoneOff: meeting.muteOnJoin && !may(role, 'moderate'),
    missedMs: (await wasPresent(context.database.db, id)) ? null : runsForMs(meeting),
  };
}

/** How long a meeting has run; the database's clock began it. */
function runsForMs({ startedAt }: Meeting): number {
  return startedAt ? Math.max(0, Date.now() - startedAt.getTime()) : 0;
}
