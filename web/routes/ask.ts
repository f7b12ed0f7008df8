import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { SearchScope } from '../../db/queries/searchable-meetings.ts';
import { askArchiveSchema } from '../../lib/archive-messages.ts';
import { answerQuestion } from '../archive/answer-question.ts';
import type { WebContext } from '../context.ts';
import { accessMeeting, accountViewer } from '../meeting-access.ts';
import { parseBody } from '../parse-body.ts';
import { limitRate } from '../rate-limit.ts';
import { requireUser } from '../session.ts';

/** Nobody reads faster; a language model costs money. */
const perPerson = { name: 'ask', max: 40, windowMs: 60_000 };

/** Ask all meetings of an account. */
export function askRoutes(context: WebContext): Hono {
  const app = new Hono();
  app.post('/', async (c) => {
    const user = await requireUser(context, c);
    const { id, timeZone } = user;
    const scope = {
      kind: 'all',
      viewer: accountViewer(user),
      from: undefined,
      to: undefined,
      timeZone,
    } as const;
    return answer(context, c, { scope, timeZone, who: id });
  });
  return app;
}

/** Ask one meeting, also as a person of it without an account. */
export function meetingAskRoutes(context: WebContext): Hono {
  const app = new Hono();
  app.post('/:id/ask', async (c) => {
    const { meeting, user } = await accessMeeting(context, c, c.req.param('id'));
    const scope = { kind: 'meeting', meetingId: meeting.id } as const;
    const timeZone = meeting.timeZone ?? user?.timeZone ?? 'UTC';
    return answer(context, c, { scope, timeZone, who: user?.id ?? meeting.id });
  });
  return app;
}

async function answer(
  context: WebContext,
  c: Context,
  { scope, timeZone, who }: { scope: SearchScope; timeZone: string; who: string },
): Promise<Response> {
  const { question, turns } = await parseBody(c, askArchiveSchema);
  await limitRate(context, c, perPerson, who);
  const hungUp = new AbortController();
  const events = answerQuestion(
    { db: context.database.db, archive: context.archive },
    {
      scope,
      question,
      turns,
      timeZone,
      nowMs: Date.now() + context.config.dateOffsetMs,
      signal: hungUp.signal,
    },
  );
  // What goes wrong before the first event is still an error answer.
  const first = await events.next();
  return streamSSE(
    c,
    async (stream) => {
      stream.onAbort(() => hungUp.abort());
      for (let next = first; !next.done && !stream.aborted; next = await events.next()) {
        await stream.writeSSE({ data: JSON.stringify(next.value) });
      }
    },
    async (error) => context.logger.warn({ err: error }, 'answer broke'),
  );
}
