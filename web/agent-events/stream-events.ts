/** The stream of news for one agent job, as server-sent events (WHATWG HTML, 9.2). */
import type { Context } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import { findAgentStanding } from '../../db/queries/agent-standing.ts';
import { createAlarm } from '../../lib/alarm.ts';
import { ParleyError } from '../../lib/errors.ts';
import type { WebContext } from '../context.ts';
import type { AgentClaims } from '../tokens.ts';
import { readAgentEvents } from './read-events.ts';
import type { WakeHub } from './wake-hub.ts';

/** A comment so often shows both sides that the other is there; it is also the poll beside the wake-ups. */
const beatMs = 3_000;

/**
 * Sends what comes after the event that the job knows, until the job hangs up or is not in charge any more.
 */
export async function streamAgentEvents(
  context: WebContext,
  { hub, stopping }: { hub: WakeHub; stopping: AbortSignal },
  c: Context,
  claims: AgentClaims,
): Promise<Response> {
  const { meetingId, epoch } = claims;
  const inCharge = async () => (await findAgentStanding(context.database.db, claims)) === 'in_charge';
  let known = readEventId(c.req.header('last-event-id') ?? c.req.query('after'));

  const send = async (stream: SSEStreamingApi) => {
    const alarm = createAlarm();
    stream.onAbort(alarm.wake);
    stopping.addEventListener('abort', alarm.wake, { once: true });
    using _news = hub.follow(meetingId, alarm.wake);
    while (!stream.aborted && !stopping.aborted && (await inCharge())) {
      const events = await readAgentEvents(context, meetingId, known);
      for (const { id, event } of events) {
        await stream.writeSSE({ id: String(id), event: event.type, data: JSON.stringify(event) });
        known = id;
      }
      if (events.length > 0) continue;
      await stream.write(': beat\n\n');
      await alarm.wait(beatMs);
    }
    stopping.removeEventListener('abort', alarm.wake);
  };
  return streamSSE(c, (stream) =>
    // The job comes back with the id of the last event that it has.
    send(stream).catch((error) =>
      context.logger.warn({ err: error, meetingId, epoch }, 'event stream broke'),
    ),
  );
}

function readEventId(text: string | undefined): number {
  if (text === undefined || text === '') return 0;
  if (!/^\d{1,15}$/.test(text))
    throw new ParleyError('bad_request', 'last-event-id: is not an id of an event');
  return Number(text);
}
