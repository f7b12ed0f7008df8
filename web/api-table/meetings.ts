import { z } from 'zod/mini';
import {
  assistantSettingsSchema,
  controlAssistantSchema,
  replyListSchema,
} from '../../lib/assistant-messages.ts';
import {
  createMeetingSchema,
  entrySchema,
  joinedSchema,
  joinMeetingSchema,
  meetingViewSchema,
  transcriptPageSchema,
} from '../../lib/messages.ts';
import { choosePersonaSchema, meetingPersonaSchema } from '../../lib/persona-messages.ts';
import { type ApiGroup, describeRoute } from './route.ts';

export const meetingGroup: ApiGroup = {
  name: 'Meetings',
  routes: [
    describeRoute('POST /api/meetings', {
      summary: 'Create a meeting that starts with its first join',
      access: 'account',
      request: createMeetingSchema,
      answer: { status: 201, schema: z.object({ meeting: meetingViewSchema }) },
    }),
    describeRoute('GET /api/meetings/:code', {
      summary: 'What someone with the code may know before joining',
      access: 'anyone',
      answer: {
        status: 200,
        schema: z.object({ meeting: meetingViewSchema, noticeVersion: z.int(), entry: entrySchema }),
      },
    }),
    describeRoute('POST /api/meetings/:code/join', {
      summary: 'Join, with the accepted notice; gives the tokens for LiveKit and for further calls',
      access: 'newcomer',
      request: joinMeetingSchema,
      answer: { status: 200, schema: joinedSchema },
    }),
    describeRoute('POST /api/meetings/:id/leave', {
      summary: 'Say that the person of this token leaves',
      access: 'everJoined',
      answer: { status: 204 },
    }),
    describeRoute('POST /api/meetings/:id/end', {
      summary: 'End the meeting for everyone',
      access: 'end',
      answer: { status: 204 },
    }),
    describeRoute('GET /api/meetings/:id/transcript', {
      summary: 'One page of the stored transcript',
      access: 'meeting',
      query: { after: 'Cursor `epoch.seq` of the last line that is known; left out: from the start' },
      answer: { status: 200, schema: transcriptPageSchema },
    }),
    describeRoute('GET /api/meetings/:id/replies', {
      summary: 'What the AI participant answered: to everyone, and to the caller',
      access: 'meeting',
      answer: { status: 200, schema: replyListSchema },
    }),
    describeRoute('POST /api/meetings/:id/assistant', {
      summary: 'Mode of the AI participant, off the record, mute, send away and invite back',
      access: 'moderate',
      request: controlAssistantSchema,
      answer: { status: 200, schema: assistantSettingsSchema },
    }),
    describeRoute('GET /api/meetings/:id/persona', {
      summary: 'The AI participant of the meeting, and which version of it',
      access: 'meeting',
      answer: { status: 200, schema: meetingPersonaSchema },
    }),
    describeRoute('POST /api/meetings/:id/persona', {
      summary: 'Choose another AI participant, also while the meeting runs',
      access: 'moderate',
      request: choosePersonaSchema,
      answer: { status: 200, schema: meetingPersonaSchema },
    }),
  ],
};
