import type { Joined } from '../../../../lib/messages.ts';
import { leaveMeeting } from '../api/meetings.ts';
import type { MeetingSession } from './meeting-session.ts';

/** Takes this person out of the meeting, which goes on. */
export function leaveRoom(joined: Joined, session: MeetingSession): void {
  session.finish('left');
  // LiveKit tells web as well; this only makes it known at once.
  leaveMeeting(joined.meeting.id, joined.apiToken).catch(() => undefined);
}
