import { TrackSource, type WebhookEvent } from 'livekit-server-sdk';
import type { Tx } from '../db/database.ts';
import { findBreakoutsAge } from '../db/queries/breakout-sessions.ts';
import { findMeeting, setRoomPresence } from '../db/queries/meetings.ts';
import { hasPresence, recordJoined, recordLeft } from '../db/queries/participants.ts';
import { markWebhookProcessed, storeWebhook } from '../db/queries/webhooks.ts';
import { ParleyError } from '../lib/errors.ts';
import { idSchema } from '../lib/id-schema.ts';
import type { MeetingId } from '../lib/ids.ts';
import type { WebContext } from './context.ts';
import { endMeeting } from './end-meeting.ts';
import { toRoomParticipant } from './livekit-port.ts';
import { roomGraceMs } from './reconcile.ts';
import { attendSoon } from './recording/attend-soon.ts';
import { applyReport, stopStray } from './recording/egress/apply-report.ts';
import { readEgress } from './recording/egress/read-egress.ts';
import { freeScreen } from './screen/share-screen.ts';
import { enforceStandings } from './standing.ts';

const meetingIdSchema = idSchema('mtg');
// livekit_models.proto, DisconnectReason; the SDK does not export the enum.
const duplicateIdentity = 2;
/** Somebody may have to be recorded, or was. */
const movesRecordings = new Set<string>(['participant_joined', 'egress_ended']);

/**
 * Stores a verified webhook by its id and lets it act. A replay finds its row and changes nothing; order and
 * loss do not matter, because every effect is idempotent and the reconciler reaches the same state.
 */
export async function applyWebhook(context: WebContext, event: WebhookEvent): Promise<void> {
  if (event.id === '') throw new ParleyError('bad_request', 'This webhook has no id.');
  const createdAt = new Date(Number(event.createdAt) * 1000);
  const report = event.egressInfo ? readEgress(event.egressInfo) : null;
  const roomName = event.room?.name ?? event.egressInfo?.roomName ?? null;
  const { isNew, belonging } = await context.database.db.transaction(async (tx) => {
    const stored = await storeWebhook(tx, {
      eventId: event.id,
      event: event.event,
      roomName,
      createdAt,
      payload: {
        roomSid: event.room?.sid ?? null,
        participant: event.participant?.identity ?? null,
        participantSid: event.participant?.sid ?? null,
        track: event.track?.sid ?? null,
        egress: report && { id: report.egressId, state: report.state.kind },
      },
    });
    const meetingId = meetingIdSchema.safeParse(roomName);
    if (stored && meetingId.success) await applyPresence(tx, meetingId.data, event, createdAt);
    const belonging = stored && report ? await applyReport(tx, report) : null;
    if (stored) await markWebhookProcessed(tx, event.id);
    return { isNew: stored, belonging };
  });
  // LiveKit waits for the answer, and stopping can take longer than it does.
  if (report && belonging === 'stray') void stopStray(context, report);

  const meetingId = meetingIdSchema.safeParse(roomName);
  if (event.event === 'participant_joined' && meetingId.success && event.participant) {
    await enforceStandings(context, meetingId.data, [toRoomParticipant(event.participant)]);
  }
  if (meetingId.success) await freeScreenAfter(context, meetingId.data, event, createdAt);
  // Also on a replay: ending is idempotent, and the first delivery may have died between the two.
  if (event.event === 'room_finished' && meetingId.success && event.room) {
    await finishRoom(context, meetingId.data, event.room.sid);
  }
  if (isNew && meetingId.success && movesRecordings.has(event.event)) attendSoon(context, meetingId.data);
  if (isNew) context.logger.debug({ event: event.event, roomName }, 'webhook applied');
}

async function applyPresence(tx: Tx, meetingId: MeetingId, event: WebhookEvent, at: Date): Promise<void> {
  const { participant } = event;
  if (!participant) return;
  const joinedMs = participant.joinedAtMs > 0n ? Number(participant.joinedAtMs) : at.getTime();
  const connection = {
    meetingId,
    participantId: participant.identity,
    participantSid: participant.sid,
    joinedAt: new Date(joinedMs),
  };
  if (event.event === 'participant_joined') await recordJoined(tx, connection);
  if (event.event === 'participant_left') await recordLeft(tx, connection, at);
}

/** Whoever sends no screen any more, or has left, frees it. A connection that another one of the same person replaced does not. */
async function freeScreenAfter(
  context: WebContext,
  id: MeetingId,
  event: WebhookEvent,
  at: Date,
): Promise<void> {
  const { participant, track } = event;
  if (!participant) return;
  const stopped = event.event === 'track_unpublished' && track?.source === TrackSource.SCREEN_SHARE;
  const left = event.event === 'participant_left' && participant.disconnectReason !== duplicateIdentity;
  if (stopped || left) await freeScreen(context, id, { id: participant.identity, at });
}

/**
 * A room that closes before anyone reached it leaves the meeting open; the next join makes a new room. So does one that is
 * empty because people are in breakout rooms, or on their way from one to the other.
 */
async function finishRoom(context: WebContext, id: MeetingId, roomSid: string): Promise<void> {
  const { db } = context.database;
  if (!(await hasPresence(db, id))) return;
  const meeting = await findMeeting(db, id);
  const breakoutsAgoMs = meeting && (await findBreakoutsAge(db, meeting));
  if (breakoutsAgoMs !== null && breakoutsAgoMs < roomGraceMs) {
    // At once: no agent is sent to a room that is not there.
    return setRoomPresence(db, { id, roomSid }, false);
  }
  await endMeeting(context, { id, reason: 'room_finished', roomSid });
}
