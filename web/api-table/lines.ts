import {
  correctLineSchema,
  lineAnswerSchema,
  lineEditListSchema,
  nameSpeakerSchema,
} from '../../lib/line-edit-messages.ts';
import { linePageSchema } from '../../lib/line-messages.ts';
import { type ApiGroup, describeRoute } from './route.ts';

export const lineGroup: ApiGroup = {
  name: 'Transcript as it counts',
  routes: [
    describeRoute('GET /api/meetings/:id/lines', {
      summary:
        'One page of the transcript as it counts: people’s words before a recording’s before the live ones',
      access: 'meeting',
      query: { after: 'Cursor `startMs.epoch.seq`, which a page gives as `next`; left out: from the start' },
      answer: { status: 200, schema: linePageSchema },
    }),
    describeRoute('PUT /api/meetings/:id/lines/:ref', {
      summary:
        'Correct the words of the line `epoch.seq`, or take a correction back; 409 when it changed meanwhile',
      access: 'correct',
      request: correctLineSchema,
      answer: { status: 200, schema: lineAnswerSchema },
    }),
    describeRoute('PUT /api/meetings/:id/lines/:ref/speaker', {
      summary: 'Say who spoke one line',
      access: 'correct',
      request: nameSpeakerSchema,
      answer: { status: 200, schema: lineAnswerSchema },
    }),
    describeRoute('PUT /api/meetings/:id/speakers/:speaker', {
      summary: 'Call a speaker otherwise in the whole meeting',
      access: 'correct',
      request: nameSpeakerSchema,
      answer: { status: 204 },
    }),
    describeRoute('GET /api/meetings/:id/lines/:ref/edits', {
      summary: 'What people changed in one line, oldest first',
      access: 'meeting',
      answer: { status: 200, schema: lineEditListSchema },
    }),
  ],
};
