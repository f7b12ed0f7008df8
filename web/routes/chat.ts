import { Hono } from 'hono';
import type { z } from 'zod/mini';
import { listChatMessages } from '../../db/queries/chat.ts';
import { type ChatPage, type chatAnswerSchema, chatLimits, sendChatSchema } from '../../lib/chat-messages.ts';
import { ParleyError } from '../../lib/errors.ts';
import { authoriseMember } from '../authorise.ts';
import { sendChatMessage } from '../chat/send-message.ts';
import type { WebContext } from '../context.ts';
import { accessMeeting } from '../meeting-access.ts';
import { parseBody } from '../parse-body.ts';

/** What people of a meeting write to everyone in it. */
export function chatRoutes(context: WebContext): Hono {
  const app = new Hono();

  app.post('/:id/chat', async (c) => {
    const sender = await authoriseMember(context, c, c.req.param('id'), 'chat');
    const message = await sendChatMessage(context, sender, await parseBody(c, sendChatSchema));
    return c.json({ message } satisfies z.infer<typeof chatAnswerSchema>);
  });

  app.get('/:id/chat', async (c) => {
    const { meeting } = await accessMeeting(context, c, c.req.param('id'));
    const after = readCursor(c.req.query('after'));
    const limit = chatLimits.page;
    const found = await listChatMessages(context.database.db, meeting.id, { after, limit: limit + 1 });
    return c.json({ messages: found.slice(0, limit), more: found.length > limit } satisfies ChatPage);
  });

  return app;
}

/** The number of the last message that the caller has; 0 when they have none. */
function readCursor(text = '0'): number {
  if (!/^\d{1,9}$/.test(text)) throw new ParleyError('bad_request', '"after" is not a number of a message.');
  return Number(text);
}
