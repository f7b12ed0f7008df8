import { chatAnswerSchema, chatPageSchema, sendChatSchema } from '../../lib/chat-messages.ts';
import { type ApiGroup, describeRoute } from './route.ts';

export const chatGroup: ApiGroup = {
  name: 'Chat',
  routes: [
    describeRoute('POST /api/meetings/:id/chat', {
      summary: 'Write to everyone; the same id again is the same message',
      access: 'chat',
      request: sendChatSchema,
      answer: { status: 200, schema: chatAnswerSchema },
    }),
    describeRoute('GET /api/meetings/:id/chat', {
      summary: 'What was written, in order',
      access: 'meeting',
      query: { after: 'Number of the last message that the caller has' },
      answer: { status: 200, schema: chatPageSchema },
    }),
  ],
};
