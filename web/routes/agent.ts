import { Hono } from 'hono';
import { jwtVerify } from 'jose';
import { recordProcessHeartbeat } from '../../db/queries/heartbeats.ts';
import { ParleyError } from '../../lib/errors.ts';
import {
  type HeartbeatResponse,
  heartbeatRequestSchema,
  ingestRequestSchema,
  workerAudience,
  workerReportSchema,
} from '../../lib/messages.ts';
import { receiveAgentHeartbeat } from '../agent-heartbeat.ts';
import { authoriseAgent } from '../authorise.ts';
import type { WebContext } from '../context.ts';
import { ingestLines } from '../ingest-lines.ts';
import { parseBody } from '../parse-body.ts';
import { bearerToken } from '../tokens.ts';

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
    await authoriseWorker(context, c.req.header('authorization'));
    const { workerId, ...details } = await parseBody(c, workerReportSchema);
    await recordProcessHeartbeat(context.database.db, { instance: workerId, part: 'agent', details });
    return c.body(null, 204);
  });

  return app;
}

async function authoriseWorker({ livekit }: WebContext, header: string | undefined): Promise<void> {
  const key = new TextEncoder().encode(livekit.apiSecret);
  try {
    await jwtVerify(bearerToken(header), key, { algorithms: ['HS256'], audience: workerAudience });
  } catch (cause) {
    throw new ParleyError('unauthorized', 'This worker has another LiveKit API secret than web.', { cause });
  }
}
