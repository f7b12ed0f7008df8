import { Hono } from 'hono';
import { recordProcessHeartbeat } from '../../db/queries/heartbeats.ts';
import {
  type HeartbeatResponse,
  heartbeatRequestSchema,
  ingestRequestSchema,
  workerReportSchema,
} from '../../lib/agent-messages.ts';
import { receiveAgentHeartbeat } from '../agent-heartbeat.ts';
import { authoriseAgent, authoriseWorker } from '../authorise.ts';
import type { WebContext } from '../context.ts';
import { ingestLines } from '../ingest-lines.ts';
import { parseBody } from '../parse-body.ts';

/** Calls of agent jobs (token of one meeting and epoch) and of their workers (signed with the LiveKit secret). */
export function agentRoutes(context: WebContext): Hono {
  const app = new Hono();

  app.post('/meetings/:id/lines', async (c) => {
    const claims = await authoriseAgent(context, c, c.req.param('id'));
    const request = await parseBody(c, ingestRequestSchema);
    return c.json(await ingestLines(context, claims, request));
  });

  app.post('/meetings/:id/heartbeat', async (c) => {
    const claims = await authoriseAgent(context, c, c.req.param('id'));
    const { state } = await parseBody(c, heartbeatRequestSchema);
    return c.json((await receiveAgentHeartbeat(context, { ...claims, state })) satisfies HeartbeatResponse);
  });

  app.post('/workers', async (c) => {
    await authoriseWorker(context, c);
    const { workerId, ...details } = await parseBody(c, workerReportSchema);
    await recordProcessHeartbeat(context.database.db, { instance: workerId, part: 'agent', details });
    return c.body(null, 204);
  });

  return app;
}
