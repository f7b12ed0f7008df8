import { markSuperseded, recordAgentHeartbeat } from '../db/queries/epochs.ts';
import { closeGaps } from '../db/queries/transcript.ts';
import type { HeartbeatResponse } from '../lib/agent-messages.ts';
import { ParleyError } from '../lib/errors.ts';
import type { MeetingId } from '../lib/ids.ts';
import { type AgentState, agentIdentity } from '../lib/messages.ts';
import type { WebContext } from './context.ts';

/**
 * A sign of life of one agent job. While it is in charge, no silent stretch stays open and the participants of
 * older epochs are removed; identities are never reused, because livekit-server ends the newer job when an older
 * participant of the same identity leaves. One that was sent away is told to leave, and put out.
 */
export async function receiveAgentHeartbeat(
  { database, rooms, logger }: WebContext,
  heartbeat: { meetingId: MeetingId; epoch: number; state: AgentState },
): Promise<HeartbeatResponse> {
  const { meetingId, epoch } = heartbeat;
  const outcome = await recordAgentHeartbeat(database.db, heartbeat);
  if (!outcome.granted) throw new ParleyError('forbidden', 'This epoch was not granted.');
  if (outcome.startedListening) logger.info({ meetingId, epoch }, 'agent listens');
  if (outcome.dismissed) {
    await rooms.removeParticipant(meetingId, agentIdentity(meetingId, epoch));
    return { superseded: true, ended: outcome.ended };
  }
  const isIn = heartbeat.state !== 'joining' && heartbeat.state !== 'leaving';
  if (isIn && !outcome.superseded && !outcome.ended) {
    // At every one: web may have been killed after the first, or have missed some that were sent.
    await closeGaps(database.db, meetingId, epoch);
    for (const older of outcome.olderEpochs) {
      await rooms.removeParticipant(meetingId, agentIdentity(meetingId, older));
      await markSuperseded(database.db, meetingId, older);
    }
  }
  return { superseded: outcome.superseded, ended: outcome.ended };
}
