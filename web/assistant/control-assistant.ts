/** Mode, pause, mute, dismiss and invite back: stored first, then shown to everyone in the room. */
import type { Tx } from '../../db/database.ts';
import {
  dismissAgent,
  inviteAgentBack,
  setAssistantMode,
  setAssistantMuted,
} from '../../db/queries/assistant-control.ts';
import { grantEpoch } from '../../db/queries/epochs.ts';
import { lockMeeting, type Meeting } from '../../db/queries/meetings.ts';
import type { AssistantSettings, ControlAssistant } from '../../lib/assistant-messages.ts';
import { ParleyError } from '../../lib/errors.ts';
import type { MeetingId, ParticipantId } from '../../lib/ids.ts';
import { showRoomsRecord } from '../breakouts/show-rooms-record.ts';
import type { WebContext } from '../context.ts';
import { dispatchAgent } from '../dispatch-agent.ts';
import { mirrorMeeting } from '../mirror-meeting.ts';
import { attendSoon } from '../recording/attend-soon.ts';
import { goBackOnRecord, goOffRecord } from './off-record.ts';
import { putAgentsOut } from './put-agents-out.ts';

interface Control {
  meetingId: MeetingId;
  by: ParticipantId | null;
  change: ControlAssistant;
}

/**
 * Changes how the AI participant behaves in a meeting that is planned or runs. It holds from the moment it is stored,
 * also while LiveKit does not answer: lines that were said off the record are refused by web itself, and the
 * reconciler shows the room what is stored.
 */
export async function controlAssistant(
  context: WebContext,
  { meetingId, by, change }: Control,
): Promise<AssistantSettings> {
  const { before, epoch, rooms } = await context.database.db.transaction(async (tx) => {
    const meeting = await lockMeeting(tx, meetingId);
    if (!meeting) throw new ParleyError('not_found', 'This meeting does not exist any more.');
    if (meeting.status === 'ended' || meeting.status === 'completed') {
      throw new ParleyError('meeting_ended', 'This meeting has ended.');
    }
    return { before: meeting, ...(await applyChange(tx, meeting, { by, change })) };
  });
  const settings = { ...settingsOf(before), ...change };
  context.logger.info({ meetingId, ...settings }, 'AI participant controlled');
  if (change.paused === true) for (const id of [meetingId, ...rooms]) attendSoon(context, id);
  await Promise.all([
    before.status === 'live' && showChange(context, before, { settings, epoch }),
    change.paused !== undefined && showRoomsRecord(context, meetingId, rooms),
  ]);
  return settings;
}

function settingsOf({ persona, paused, agentMuted, agentDismissed }: Meeting): AssistantSettings {
  return { mode: persona.mode, paused, muted: agentMuted, dismissed: agentDismissed };
}

interface Applied {
  /** Of a job that has to be dispatched; null when none has. */
  epoch: number | null;
  /** Breakout rooms that went off the record, or back, with the meeting. */
  rooms: MeetingId[];
}

async function applyChange(
  tx: Tx,
  meeting: Meeting,
  { by, change }: Omit<Control, 'meetingId'>,
): Promise<Applied> {
  const { id } = meeting;
  let rooms: MeetingId[] = [];
  const { mode, paused, muted, dismissed } = change;
  if (mode !== undefined) await setAssistantMode(tx, meeting, mode);
  if (muted !== undefined) await setAssistantMuted(tx, id, muted);
  if (paused === true) rooms = await goOffRecord(tx, id, by);
  if (paused === false) rooms = await goBackOnRecord(tx, meeting);
  if (dismissed === true && !meeting.agentDismissed) await dismissAgent(tx, meeting);
  if (dismissed !== false || !meeting.agentDismissed) return { epoch: null, rooms };
  await inviteAgentBack(tx, id);
  return { epoch: meeting.status === 'live' ? await grantEpoch(tx, id) : null, rooms };
}

async function showChange(
  context: WebContext,
  { id, paused, agentDismissed }: Meeting,
  { settings, epoch }: { settings: AssistantSettings; epoch: number | null },
): Promise<void> {
  const { rooms, logger } = context;
  try {
    await mirrorMeeting(context, id);
    if (settings.dismissed) await putAgentsOut(rooms, id);
    // Off the record, and nobody there, are parts of the transcript.
    if (settings.paused !== paused || settings.dismissed !== agentDismissed) {
      await rooms.sendControl(id, { type: 'gaps.changed' });
    }
  } catch (error) {
    logger.warn({ err: error, meetingId: id }, 'control of the AI participant not shown yet');
  }
  if (epoch !== null) await dispatchAgent(context, id, epoch);
}
