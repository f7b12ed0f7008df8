import { boardViewSchema, givePenSchema, storedImageSchema } from '../../lib/board-messages.ts';
import { type ApiGroup, describeRoute } from './route.ts';

export const boardGroup: ApiGroup = {
  name: 'Whiteboard',
  routes: [
    describeRoute('POST /api/meetings/:id/board/open', {
      summary: 'Give the meeting a whiteboard; everyone in the room is told',
      access: 'write',
      answer: { status: 204 },
    }),
    describeRoute('GET /api/meetings/:id/board', {
      summary: 'What is on the whiteboard, from back to front',
      access: 'meeting',
      answer: { status: 200, schema: boardViewSchema },
    }),
    describeRoute('POST /api/meetings/:id/board/files', {
      summary:
        'Keep an image for the whiteboard: PNG, JPEG, WebP or GIF of at most 10 MB, as the body itself',
      access: 'write',
      answer: { status: 201, schema: storedImageSchema },
    }),
    describeRoute('GET /api/meetings/:id/board/files/:fileId', {
      summary: 'An image of the whiteboard',
      access: 'meeting',
      answer: { status: 200 },
    }),
    describeRoute('POST /api/meetings/:id/people/:personId/pen', {
      summary: 'Let a person draw on the whiteboard, or not; hosts always may',
      access: 'moderate',
      request: givePenSchema,
      answer: { status: 204 },
    }),
  ],
};
