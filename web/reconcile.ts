/** Reaches from LiveKit's own lists the state that webhooks would have led to, had they all arrived. */
import { isDeepStrictEqual } from 'node:util';
import { dropOldAccessRequests } from '../db/queries/access-requests.ts';
import { dropOldAttempts } from '../db/queries/attempts.ts';
import { findBreakoutsAge } from '../db/queries/breakout-sessions.ts';
import { listEnded, listLiveMeetings, type Meeting, setRoomPresence } from '../db/queries/meetings.ts';
import { hasPresence, listOpenConnections, settlePresence } from '../db/queries/participants.ts';
import type { EndReason } from '../db/schema/meetings.ts';
import { idSchema } from '../lib/id-schema.ts';
import { closeRoom } from '../lib/room-control.ts';
import { closeOverdueApprovals } from './approvals/close-overdue.ts';
import type { WebContext } from './context.ts';
import { roomMetadataOf } from './dispatch-agent.ts';
import { endMeeting } from './end-meeting.ts';
import { settleHands } from './hands/change-hands.ts';
import { mirrorMeeting } from './mirror-meeting.ts';
import { settleScreen } from './screen/share-screen.ts';
import { enforceStandings } from './standing.ts';

/** A room may be missing while livekit-server restarts; people who come back within this time reopen it. */
export const roomGraceMs = 45_000;
/** A meeting that was opened and that nobody ever reached. */
const abandonedMs = 24 * 3600_000;

type Verdict = { kind: 'keep' } | { kind: 'end'; reason: EndReason };

/** Whether a live meeting whose room LiveKit does not list is over. */
export function judgeMissingRoom(meeting: {
  startedAgoMs: number;
  missingForMs: number;
  wasAttended: boolean;
  /** Since its breakout rooms closed: 0 while they are open, null when there were none. */
  breakoutsAgoMs: number | null;
}): Verdict {
  // People are in its rooms, or on their way back.
  if (meeting.breakoutsAgoMs !== null && meeting.breakoutsAgoMs < roomGraceMs) return { kind: 'keep' };
  if (meeting.wasAttended && meeting.missingForMs >= roomGraceMs) return { kind: 'end', reason: 'room_gone' };
  if (meeting.startedAgoMs >= abandonedMs) return { kind: 'end', reason: 'never_joined' };
  return { kind: 'keep' };
}

/** One round over all live meetings and all rooms. The caller holds the reconciler's lock. */
export async function reconcile(context: WebContext, now = Date.now): Promise<void> {
  await dropOldAttempts(context.database.db);
  await dropOldAccessRequests(context.database.db);
  await closeOverdueApprovals(context);
  const meetings = await listLiveMeetings(context.database.db);
  const rooms = await context.rooms.listRooms();
  for (const meeting of meetings) {
    const metadata = rooms.get(meeting.id);
    if (metadata === undefined) await settleMissingRoom(context, meeting, now());
    else await settleRoom(context, meeting, metadata);
  }
  const live = new Set<string>(meetings.map((meeting) => meeting.id));
  await closeLeftRooms(
    context,
    [...rooms.keys()].filter((name) => !live.has(name)),
  );
}

/** Closes rooms whose meeting has ended: LiveKit was away, or web was killed, when they should have been closed. */
async function closeLeftRooms(context: WebContext, names: string[]): Promise<void> {
  const ids = names.flatMap((name) => idSchema('mtg').safeParse(name).data ?? []);
  if (ids.length === 0) return;
  for (const id of await listEnded(context.database.db, ids))
    await closeRoom(context.rooms, id, context.logger);
}

async function settleRoom(context: WebContext, meeting: Meeting, metadata: string): Promise<void> {
  const { database, rooms, logger } = context;
  if (!isUpToDate(meeting, metadata)) {
    await mirrorMeeting(context, meeting.id);
    logger.info({ meetingId: meeting.id }, 'room metadata repaired');
  }
  if (meeting.roomMissingSince) await setRoomPresence(database.db, meeting, true);
  const openBefore = await listOpenConnections(database.db, meeting.id);
  const inRoom = await rooms.listParticipants(meeting.id);
  const people = inRoom.filter((participant) => participant.kind === 'standard');
  await settlePresence(
    database.db,
    meeting.id,
    people.map(({ identity, sid, joinedAt }) => ({
      meetingId: meeting.id,
      participantId: identity,
      participantSid: sid,
      joinedAt,
    })),
    openBefore,
  );
  await settleHands(context, meeting.id);
  await settleScreen(context, meeting.id, inRoom);
  await enforceStandings(context, meeting.id, inRoom);
}

function isUpToDate(meeting: Meeting, metadata: string): boolean {
  const wanted = roomMetadataOf(meeting);
  try {
    // Not as text: Postgres and JavaScript order the fields of the persona each in their own way.
    return isDeepStrictEqual(JSON.parse(metadata), wanted);
  } catch {
    return false;
  }
}

async function settleMissingRoom(context: WebContext, meeting: Meeting, nowMs: number): Promise<void> {
  const { db } = context.database;
  await setRoomPresence(db, meeting, false);
  const verdict = judgeMissingRoom({
    startedAgoMs: nowMs - (meeting.startedAt ?? meeting.createdAt).getTime(),
    missingForMs: meeting.roomMissingSince ? nowMs - meeting.roomMissingSince.getTime() : 0,
    wasAttended: await hasPresence(db, meeting.id),
    breakoutsAgoMs: await findBreakoutsAge(db, meeting),
  });
  if (verdict.kind === 'keep') return;
  const { id, roomSid } = meeting;
  await endMeeting(context, { id, reason: verdict.reason, ...(roomSid === null ? {} : { roomSid }) });
}
