/** The agent's calls to web, with the token of one meeting and epoch. */
import type { z } from 'zod/mini';
import {
  type HeartbeatResponse,
  heartbeatResponseSchema,
  type IngestResponse,
  ingestResponseSchema,
} from '../lib/agent-messages.ts';
import { type ErrorCode, ParleyError } from '../lib/errors.ts';
import { type AgentState, errorBodySchema, type TranscriptLine } from '../lib/messages.ts';

export interface WebClient {
  /** Stores lines, once each; `complete` with the last ones of this epoch. */
  sendLines(lines: TranscriptLine[], complete: boolean): Promise<IngestResponse>;
  sendHeartbeat(state: AgentState): Promise<HeartbeatResponse>;
}

/** A web that hangs must not hold up the next heartbeat for long. */
const timeoutMs = 5_000;

/** `webUrl` is `PARLEY_URL`. Calls reject with `ParleyError`; `retryable` says whether trying again can help. */
export function createWebClient(webUrl: string, meetingId: string, token: string): WebClient {
  const post = async <T extends z.ZodMiniType>(
    path: string,
    body: object,
    schema: T,
  ): Promise<z.output<T>> => {
    const url = `${webUrl}/api/agent/meetings/${meetingId}/${path}`;
    const answer = await callWeb(url, token, body);
    return schema.parse(await answer.json()) as z.output<T>;
  };
  return {
    sendLines: (lines, complete) => post('lines', { lines, complete }, ingestResponseSchema),
    sendHeartbeat: (state) => post('heartbeat', { state }, heartbeatResponseSchema),
  };
}

/** POSTs JSON with a bearer token, or GETs without `body`; resolves with a successful answer only. */
export async function callWeb(url: string, token: string, body?: object): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(url, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (cause) {
    throw new ParleyError('unavailable', 'web does not answer', { cause });
  }
  if (answer.ok) return answer;
  const error = errorBodySchema.safeParse(await answer.json().catch(() => null));
  const retryable = answer.status >= 500 || answer.status === 429 || answer.status === 408;
  const code = (error.success ? error.data.error.code : 'internal') as ErrorCode;
  throw new ParleyError(code, error.success ? error.data.error.message : `web answers ${answer.status}`, {
    retryable,
  });
}
