import { meetingNotesSchema } from '../../lib/documents/note-messages.ts';
import { type ApiGroup, describeRoute } from './route.ts';

export const documentGroup: ApiGroup = {
  name: 'Documents',
  routes: [
    describeRoute('GET /api/meetings/:id/documents', {
      summary:
        'WebSocket of board and notes: Yjs in the protocol of Hocuspocus 4, by the token of a join, the account, or the cookie of a join without one',
      access: 'anyone',
      answer: { status: 101 },
    }),
    describeRoute('GET /api/meetings/:id/notes', {
      summary: 'What is written in the notes of everyone, and in those of the caller alone',
      access: 'meeting',
      answer: { status: 200, schema: meetingNotesSchema },
    }),
  ],
};
