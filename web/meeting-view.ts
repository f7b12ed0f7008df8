import type { Meeting } from '../db/queries/meetings.ts';
import type { MeetingView } from '../lib/messages.ts';

/** What a browser may know of a meeting before it has joined. */
export function meetingView(meeting: Meeting, isHost: boolean): MeetingView {
  return {
    id: meeting.id,
    code: meeting.code,
    title: meeting.title,
    status: meeting.status,
    personaName: meeting.persona.name,
    startedAtMs: meeting.startedAt?.getTime() ?? null,
    endedAtMs: meeting.endedAt?.getTime() ?? null,
    ...(meeting.cancelledAt ? { cancelled: true } : {}),
    isHost,
  };
}
