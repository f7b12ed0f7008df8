import type { Meeting } from '../db/queries/meetings.ts';
import type { DispatchMetadata } from '../lib/agent-messages.ts';
import type { MeetingId } from '../lib/ids.ts';
import { limits, type RoomMetadata } from '../lib/messages.ts';
import type { WebContext } from './context.ts';

/** What everyone in the room, the agent too, may read about the meeting. */
export function roomMetadataOf(meeting: Meeting): RoomMetadata {
  const metadata: RoomMetadata = {
    v: 1,
    meeting: {
      id: meeting.id,
      title: meeting.title,
      language: meeting.language,
      startedAtMs: (meeting.startedAt ?? meeting.createdAt).getTime(),
      timeZone: meeting.timeZone ?? 'UTC',
    },
    persona: meeting.persona,
    features: {
      paused: meeting.paused,
      muted: meeting.agentMuted,
      dismissed: meeting.agentDismissed,
      recording: meeting.recording,
      picture: meeting.recordingPicture,
    },
    rules: {
      whoMayChat: meeting.whoMayChat,
      whoMayShare: meeting.whoMayShare,
      whoMayDraw: meeting.whoMayDraw,
    },
    board: meeting.boardOpened,
  };
  const bytes = Buffer.byteLength(JSON.stringify(metadata));
  if (bytes > limits.roomMetadata) throw new Error(`room metadata has ${bytes} bytes`);
  return metadata;
}

/**
 * Asks LiveKit to start a job for an epoch that was granted and committed before: the job reports to web within
 * milliseconds. When the call fails, the agent watch grants another one.
 */
export async function dispatchAgent(
  { rooms, tokens, logger }: WebContext,
  meetingId: MeetingId,
  epoch: number,
): Promise<void> {
  const metadata: DispatchMetadata = {
    v: 1,
    meetingId,
    epoch,
    token: await tokens.signAgent({ meetingId, epoch }),
  };
  try {
    await rooms.dispatchAgent(meetingId, JSON.stringify(metadata));
    logger.info({ meetingId, epoch }, 'agent dispatched');
  } catch (error) {
    logger.warn({ err: error, meetingId, epoch }, 'agent not dispatched');
  }
}
