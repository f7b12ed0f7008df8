/** Gives every live meeting an agent that listens, by heartbeat, without waiting for LiveKit. */
import { grantEpoch, listAgentPresence } from '../db/queries/epochs.ts';
import { listLiveProcesses } from '../db/queries/heartbeats.ts';
import { lockMeeting } from '../db/queries/meetings.ts';
import { openGap } from '../db/queries/transcript.ts';
import type { MeetingId } from '../lib/ids.ts';
import { agentNeed } from './agent-need.ts';
import type { WebContext } from './context.ts';
import { dispatchAgent } from './dispatch-agent.ts';

/** Workers report every 5 s. */
const workerAgeMs = 12_000;

/** One round over all live meetings. Several web processes may run it at once. */
export async function watchAgents(context: WebContext): Promise<void> {
  const { db } = context.database;
  const needy = (await listAgentPresence(db)).filter((agent) => agentNeed(agent).kind === 'dispatch');
  if (needy.length === 0) return;
  const workers = await listLiveProcesses(db, 'agent', workerAgeMs);
  for (const { meetingId } of needy) await provideAgent(context, meetingId, workers.length > 0);
}

async function provideAgent(context: WebContext, meetingId: MeetingId, hasWorker: boolean): Promise<void> {
  const epoch = await context.database.db.transaction(async (tx) => {
    await lockMeeting(tx, meetingId);
    const [agent] = await listAgentPresence(tx, meetingId);
    const need = agent ? agentNeed(agent) : null;
    if (need?.kind !== 'dispatch') return null;
    await openGap(tx, {
      meetingId,
      afterEpoch: need.afterEpoch,
      startMs: need.sinceMs,
      reason: need.reason,
    });
    // A dispatch without a worker is never served and its epoch would only be used up.
    return hasWorker ? grantEpoch(tx, meetingId) : null;
  });
  if (epoch !== null) await dispatchAgent(context, meetingId, epoch);
}
