import { grantEpoch } from '../db/queries/epochs.ts';
import {
  findMeeting,
  findMeetingByCode,
  lockMeeting,
  type Meeting,
  setRoomSid,
  startMeeting,
} from '../db/queries/meetings.ts';
import { saveParticipant } from '../db/queries/participants.ts';
import { ParleyError } from '../lib/errors.ts';
import { createId, type MeetingId, type ParticipantId } from '../lib/ids.ts';
import { type Joined, type JoinMeeting, limits } from '../lib/messages.ts';
import type { Role } from '../lib/roles.ts';
import { cleanText } from '../lib/text.ts';
import type { WebContext } from './context.ts';
import { dispatchAgent, roomMetadataOf } from './dispatch-agent.ts';
import { parseMeetingCode } from './meeting-code.ts';
import { meetingView } from './meeting-view.ts';

/** Who asks to join, from cookies or a bearer token: someone who was here before, or a new person. */
export interface Joiner {
  participantId: ParticipantId | null;
  role: Role;
}

/** The meeting behind a typed or linked code; throws `not_found`, for an impossible code too. */
export async function meetingByCode(context: WebContext, text: string): Promise<Meeting> {
  const code = parseMeetingCode(text);
  const meeting = code ? await findMeetingByCode(context.database.db, code) : null;
  if (!meeting) throw new ParleyError('not_found', 'There is no meeting with this code.');
  return meeting;
}

/**
 * Lets a person in: stores name and consent, starts the meeting and its room when this is the first join, and
 * returns what the browser needs to connect. A returning person keeps the identity.
 */
export async function joinMeeting(
  context: WebContext,
  meeting: Meeting,
  joiner: Joiner,
  request: JoinMeeting,
): Promise<Joined> {
  const name = cleanText(request.name, limits.name);
  if (name === '') throw new ParleyError('bad_request', 'Please enter a name.');
  refuseEnded(meeting);

  const person = await saveParticipant(context.database.db, {
    id: joiner.participantId ?? createId('par'),
    meetingId: meeting.id,
    name,
    email: request.email ?? null,
    role: joiner.role,
    consentNoticeVersion: request.consent.noticeVersion,
  });
  const opened = await openRoom(context, meeting.id);
  const claims = { meetingId: meeting.id, participantId: person.id, role: person.role };

  return {
    meeting: meetingView(opened, person.role === 'host'),
    participantId: person.id,
    name,
    role: person.role,
    serverUrl: context.livekit.publicUrl,
    token: await context.rooms.createJoinToken({
      room: meeting.id,
      identity: person.id,
      name,
      role: person.role,
    }),
    apiToken: await context.tokens.signPerson(claims),
  };
}

/**
 * Makes sure that the meeting runs and its room exists, and dispatches an agent into a room that is new: nobody
 * else can be in it. Later agents are the agent watch's business. Joins of one meeting go through here one at a
 * time.
 */
async function openRoom(context: WebContext, id: MeetingId): Promise<Meeting> {
  const { meeting, epoch } = await context.database.db.transaction(async (tx) => {
    const found = await lockMeeting(tx, id);
    refuseEnded(found);
    await startMeeting(tx, id);
    const meeting = (await findMeeting(tx, id)) ?? found;
    if (!meeting) throw new ParleyError('not_found', 'There is no meeting with this code.');
    const room = await context.rooms.createRoom(id, JSON.stringify(roomMetadataOf(meeting)));
    const isNew = meeting.roomSid !== room.sid;
    if (isNew || meeting.roomMissingSince) await setRoomSid(tx, id, room.sid);
    return { meeting, epoch: isNew ? await grantEpoch(tx, id) : null };
  });
  if (epoch !== null) await dispatchAgent(context, id, epoch);
  return meeting;
}

function refuseEnded(meeting: Meeting | null): void {
  if (meeting && (meeting.status === 'ended' || meeting.status === 'completed')) {
    throw new ParleyError('meeting_ended', 'This meeting has ended.');
  }
}
