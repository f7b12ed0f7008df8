import type { MeetingId } from '../../lib/ids.ts';
import { epochOfIdentity } from '../../lib/messages.ts';
import type { LiveKitPort } from '../livekit-port.ts';

/** Puts every agent of a meeting out of its room. One that is on its way is put out by its first heartbeat. */
export async function putAgentsOut(rooms: LiveKitPort, meetingId: MeetingId): Promise<void> {
  for (const { identity, kind } of await rooms.listParticipants(meetingId)) {
    if (kind !== 'agent' || epochOfIdentity(meetingId, identity) === null) continue;
    await rooms.removeParticipant(meetingId, identity);
  }
}
