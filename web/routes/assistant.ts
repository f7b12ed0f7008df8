import { Hono } from 'hono';
import type { z } from 'zod/mini';
import { listReplies } from '../../db/queries/replies.ts';
import {
  type AssistantSettings,
  controlAssistantSchema,
  type replyListSchema,
} from '../../lib/assistant-messages.ts';
import { personOf } from '../approvals/person-of.ts';
import { controlAssistant } from '../assistant/control-assistant.ts';
import { replyView } from '../assistant/reply-view.ts';
import type { WebContext } from '../context.ts';
import { accessMeeting, accessMeetingAs } from '../meeting-access.ts';
import { parseBody } from '../parse-body.ts';

/** The AI participant of a meeting, for its people: what it answered, and how it is to behave. */
export function assistantRoutes(context: WebContext): Hono {
  const { db } = context.database;
  const app = new Hono();

  app.get('/:id/replies', async (c) => {
    const { meeting, role } = await accessMeeting(context, c, c.req.param('id'));
    // Who only reads by a link of a mail sees what everyone sees.
    const reader = role === null ? null : await personOf(context, c, meeting.id);
    const rows = await listReplies(db, meeting.id, reader);
    return c.json({ replies: rows.map(replyView) } satisfies z.infer<typeof replyListSchema>);
  });

  app.post('/:id/assistant', async (c) => {
    const { meeting } = await accessMeetingAs(context, c, c.req.param('id'), 'moderate');
    const by = await personOf(context, c, meeting.id);
    const change = await parseBody(c, controlAssistantSchema);
    const settings = await controlAssistant(context, { meetingId: meeting.id, by: by?.id ?? null, change });
    return c.json(settings satisfies AssistantSettings);
  });

  return app;
}
