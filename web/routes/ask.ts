import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Accessor } from '../../db/queries/access-log.ts';
import type { SearchScope } from '../../db/queries/searchable-meetings.ts';
import { type AskEvent, askArchiveSchema } from '../../lib/archive-messages.ts';
import type { MeetingId } from '../../lib/ids.ts';
import { answerQuestion } from '../archive/answer-question.ts';
import type { WebContext } from '../context.ts';
import { accessMeeting, accountViewer } from '../meeting-access.ts';
import { noteFound, noteReading } from '../note-reading.ts';
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
    const { timeZone } = user;
    const scope = {
      kind: 'all',
      viewer: accountViewer(user),
      from: undefined,
      to: undefined,
      timeZone,
    } as const;
    return answer(context, c, { scope, timeZone, who: user.id, caller: user });
  });
  return app;
}

/** Ask one meeting, also as a person of it without an account. */
export function meetingAskRoutes(context: WebContext): Hono {
  const app = new Hono();
  app.post('/:id/ask', async (c) => {
    const { meeting, user, caller } = await accessMeeting(context, c, c.req.param('id'));
    const scope = { kind: 'meeting', meetingId: meeting.id } as const;
    const timeZone = meeting.timeZone ?? user?.timeZone ?? 'UTC';
    await noteReading(context, { meeting, caller });
    return answer(context, c, { scope, timeZone, who: user?.id ?? meeting.id, caller });
  });
  return app;
}

async function answer(
  context: WebContext,
  c: Context,
  { scope, timeZone, who, caller }: { scope: SearchScope; timeZone: string; who: string; caller: Accessor },
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
  const noted = new Set<MeetingId>();
  // What goes wrong before the first event is still an error answer.
  const first = await events.next();
  return streamSSE(
    c,
    async (stream) => {
      stream.onAbort(() => hungUp.abort());
      for (let next = first; !next.done && !stream.aborted; next = await events.next()) {
        const cited = citedIn(next.value).filter((id) => !noted.has(id));
        await noteFound(context, cited, caller);
        for (const id of cited) noted.add(id);
        await stream.writeSSE({ data: JSON.stringify(next.value) });
      }
    },
    async (error) => context.logger.warn({ err: error }, 'answer broke'),
  );
}

function citedIn(event: AskEvent): MeetingId[] {
  return event.type === 'statement' ? event.citations.map(({ meetingId }) => meetingId) : [];
}
