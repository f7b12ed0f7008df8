import type { MeetingId } from '../../lib/ids.ts';
import type { WebContext } from '../context.ts';

/**
 * Tells everyone in the room that proposals, answers or the AI participant's settings are not what they were. Best
 * effort: what changed is stored already, and pages ask again when they come back.
 */
export async function announceAssistance(
  { rooms, logger }: Pick<WebContext, 'rooms' | 'logger'>,
  meetingId: MeetingId,
): Promise<void> {
  await rooms.sendControl(meetingId, { type: 'assistant.changed' }).catch((error) => {
    logger.warn({ err: error, meetingId }, 'change about the AI participant not announced');
  });
}
