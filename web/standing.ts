/**
 * Makes LiveKit hold what web has stored about people. Its tokens cannot be revoked and carry the rights of the time
 * they were made, so everyone who appears with an old one is put out or cut back again.
 */
import { TrackSource } from 'livekit-server-sdk';
import { lockMeeting } from '../db/queries/meetings.ts';
import { listGuardedMeetings, listStandings } from '../db/queries/people.ts';
import type { MeetingId, ParticipantId } from '../lib/ids.ts';
import type { WebContext } from './context.ts';
import { attributesOf, grantsOf, type Standing } from './grants.ts';
import type { RoomParticipant } from './livekit-port.ts';

/**
 * Looks at those in one room, or at one who has just connected. Whoever web never let in is put out: `publish=x` in the
 * address of a connection makes livekit-server add `#x` to the identity of any token.
 */
export async function enforceStandings(
  context: WebContext,
  meetingId: MeetingId,
  inRoom: RoomParticipant[],
): Promise<void> {
  const people = inRoom.filter(({ kind }) => kind === 'standard');
  const identities = people.map(({ identity }) => identity);
  const known = await listStandings(context.database.db, meetingId, identities);
  for (const seen of people) {
    const stored = known.find(({ id }) => id === seen.identity);
    if (stored?.admission !== 'admitted') await putOut(context, meetingId, seen.identity);
    else if (!holds(seen, stored)) await context.rooms.setStanding(meetingId, stored.id, stored);
  }
}

/** One round over the live meetings in which somebody must not be, or must not speak. */
export async function watchStandings(context: WebContext): Promise<void> {
  for (const meetingId of await listGuardedMeetings(context.database.db)) {
    await enforceStandings(context, meetingId, await context.rooms.listParticipants(meetingId));
  }
}

/**
 * Shows people's standing to LiveKit as it is stored, under the meeting's lock: of two changes the later one holds.
 * Throws `unavailable` when LiveKit does not answer.
 */
export async function showStandings(
  { database, rooms }: WebContext,
  meetingId: MeetingId,
  ids: ParticipantId[],
): Promise<void> {
  await database.db.transaction(async (tx) => {
    await lockMeeting(tx, meetingId);
    for (const standing of await listStandings(tx, meetingId, ids)) {
      await rooms.setStanding(meetingId, standing.id, standing);
    }
  });
}

async function putOut({ rooms, logger }: WebContext, meetingId: MeetingId, identity: string): Promise<void> {
  await rooms.removeParticipant(meetingId, identity);
  logger.info({ meetingId, participantId: identity }, 'put out again');
}

function holds(seen: RoomParticipant, standing: Standing): boolean {
  const { canPublish, canPublishSources } = grantsOf(standing);
  return (
    seen.canPublish === canPublish &&
    seen.canUseMicrophone === (canPublish && canPublishSources.includes(TrackSource.MICROPHONE)) &&
    seen.canShareScreen === (canPublish && canPublishSources.includes(TrackSource.SCREEN_SHARE)) &&
    Object.entries(attributesOf(standing)).every(([name, value]) => seen.attributes[name] === value)
  );
}
