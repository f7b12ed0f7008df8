import { Hono } from 'hono';
import type { z } from 'zod/mini';
import { agentEventChannel } from '../../db/queries/agent-events.ts';
import { findApprovalRow } from '../../db/queries/approval-rows.ts';
import { findApproval, markShown } from '../../db/queries/approvals.ts';
import { findMeeting } from '../../db/queries/meetings.ts';
import {
  type approvalAnswerSchema,
  type Briefing,
  type PastLines,
  proposeSchema,
  replySchema,
  searchPastSchema,
} from '../../lib/assistant-messages.ts';
import { ParleyError } from '../../lib/errors.ts';
import { streamAgentEvents } from '../agent-events/stream-events.ts';
import { createWakeHub } from '../agent-events/wake-hub.ts';
import { viewForApprover } from '../approvals/view-for-approver.ts';
import { briefAgent } from '../assistant/brief-agent.ts';
import { searchPast } from '../assistant/search-past.ts';
import { storeReply } from '../assistant/store-reply.ts';
import { authoriseAgentInCharge } from '../authorise.ts';
import type { WebContext } from '../context.ts';
import { parseBody } from '../parse-body.ts';
import { propose } from '../proposals/propose.ts';
import { readTranscriptPage } from '../transcript-page.ts';

/** What the AI participant asks of web, beside listening: proposals and what becomes of them, and what it must know. */
export function agentAssistanceRoutes(context: WebContext, stopping: AbortSignal): Hono {
  const { database, logger } = context;
  const hub = createWakeHub({ database, channel: agentEventChannel, logger });
  const app = new Hono();

  app.post('/meetings/:id/proposals', async (c) => {
    const { meetingId } = await authoriseAgentInCharge(context, c, c.req.param('id'));
    const { id } = await propose(context, meetingId, await parseBody(c, proposeSchema));
    const row = await findApprovalRow(database.db, id);
    if (!row) throw new ParleyError('not_found', 'This proposal does not exist any more.');
    const approval = await viewForApprover(context, row);
    return c.json({ approval } satisfies z.infer<typeof approvalAnswerSchema>);
  });

  app.post('/meetings/:id/approvals/:approvalId/shown', async (c) => {
    const { meetingId } = await authoriseAgentInCharge(context, c, c.req.param('id'));
    const approval = await findApproval(database.db, c.req.param('approvalId'));
    if (approval?.meetingId !== meetingId) throw new ParleyError('not_found', 'There is no such proposal.');
    await database.db.transaction((tx) => markShown(tx, approval));
    return c.body(null, 204);
  });

  app.get('/meetings/:id/events', async (c) => {
    const claims = await authoriseAgentInCharge(context, c, c.req.param('id'));
    return streamAgentEvents(context, { hub, stopping }, c, claims);
  });

  app.post('/meetings/:id/replies', async (c) => {
    const claims = await authoriseAgentInCharge(context, c, c.req.param('id'), { untilCompleted: true });
    await storeReply(context, claims, await parseBody(c, replySchema));
    return c.body(null, 204);
  });

  app.get('/meetings/:id/search', async (c) => {
    const { meetingId } = await authoriseAgentInCharge(context, c, c.req.param('id'));
    const query = searchPastSchema.safeParse(c.req.query());
    if (!query.success) throw new ParleyError('bad_request', 'This search cannot be used.');
    return c.json((await searchPast(context, meetingId, query.data)) satisfies PastLines);
  });

  app.get('/meetings/:id/transcript', async (c) => {
    const { meetingId } = await authoriseAgentInCharge(context, c, c.req.param('id'));
    const meeting = await findMeeting(database.db, meetingId);
    if (!meeting) throw new ParleyError('not_found', 'This meeting does not exist any more.');
    return c.json(await readTranscriptPage(context, meeting, c.req.query('after')));
  });

  app.get('/meetings/:id/briefing', async (c) => {
    const claims = await authoriseAgentInCharge(context, c, c.req.param('id'));
    return c.json((await briefAgent(context, claims)) satisfies Briefing);
  });

  return app;
}
