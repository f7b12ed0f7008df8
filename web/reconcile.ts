/** Reaches from LiveKit's own lists the state that webhooks would have led to, had they all arrived. */
import { listLiveMeetings, type Meeting, setRoomPresence } from '../db/queries/meetings.ts';
import { hasPresence, settlePresence } from '../db/queries/participants.ts';
import type { EndReason } from '../db/schema/meetings.ts';
import type { WebContext } from './context.ts';
import { endMeeting } from './end-meeting.ts';

/** A room may be missing while livekit-server restarts; people who come back within this time reopen it. */
const roomGraceMs = 45_000;
/** A meeting that was opened and that nobody ever reached. */
const abandonedMs = 24 * 3600_000;

type Verdict = { kind: 'keep' } | { kind: 'end'; reason: EndReason };

/** Whether a live meeting whose room LiveKit does not list is over. */
export function judgeMissingRoom(meeting: {
  startedAgoMs: number;
  missingForMs: number;
  wasAttended: boolean;
}): Verdict {
  if (meeting.wasAttended && meeting.missingForMs >= roomGraceMs) return { kind: 'end', reason: 'room_gone' };
  if (meeting.startedAgoMs >= abandonedMs) return { kind: 'end', reason: 'never_joined' };
  return { kind: 'keep' };
}

/** One round over all live meetings. The caller holds the reconciler's lock. */
export async function reconcile(context: WebContext, now = Date.now): Promise<void> {
  const meetings = await listLiveMeetings(context.database.db);
  if (meetings.length === 0) return;
  const rooms = await context.rooms.listRooms(meetings.map((meeting) => meeting.id));
  for (const meeting of meetings) {
    if (rooms.has(meeting.id)) await settleRoom(context, meeting);
    else await settleMissingRoom(context, meeting, now());
  }
}

async function settleRoom({ database, rooms }: WebContext, meeting: Meeting): Promise<void> {
  if (meeting.roomMissingSince) await setRoomPresence(database.db, meeting.id, true);
  const people = (await rooms.listParticipants(meeting.id)).filter(
    (participant) => participant.kind === 'standard',
  );
  await settlePresence(
    database.db,
    meeting.id,
    people.map(({ identity, sid, joinedAt }) => ({
      meetingId: meeting.id,
      participantId: identity,
      participantSid: sid,
      joinedAt,
    })),
  );
}

async function settleMissingRoom(context: WebContext, meeting: Meeting, nowMs: number): Promise<void> {
  const { db } = context.database;
  await setRoomPresence(db, meeting.id, false);
  const verdict = judgeMissingRoom({
    startedAgoMs: nowMs - (meeting.startedAt ?? meeting.createdAt).getTime(),
    missingForMs: meeting.roomMissingSince ? nowMs - meeting.roomMissingSince.getTime() : 0,
    wasAttended: await hasPresence(db, meeting.id),
  });
  if (verdict.kind === 'end') await endMeeting(context, { id: meeting.id, reason: verdict.reason });
}
