import { type MeetingNotes, meetingNotesSchema } from '../../../../lib/documents/note-messages.ts';
import { callApi } from './call-api.ts';

export function fetchNotes(meetingId: string, signal?: AbortSignal): Promise<MeetingNotes> {
  return callApi(`/api/meetings/${encodeURIComponent(meetingId)}/notes`, meetingNotesSchema, { signal });
}
