import { type Context, Hono } from 'hono';
import type { z } from 'zod/mini';
import { countMeetings, listMeetings } from '../../db/queries/list-meetings.ts';
import {
  editMeetingSchema,
  listMeetingsQuerySchema,
  type MeetingCounts,
  type MeetingDetails,
  type MeetingList,
  moveOccurrenceSchema,
} from '../../lib/planning.ts';
import { cleanText } from '../../lib/text.ts';
import type { WebContext } from '../context.ts';
import { accessMeeting, accessMeetingAs, accountViewer } from '../meeting-access.ts';
import { cancelOccurrence, moveOccurrence } from '../meetings/change-occurrence.ts';
import { formatListCursor, parseListCursor } from '../meetings/list-cursor.ts';
import { meetingDetails } from '../meetings/meeting-details.ts';
import { meetingSummary } from '../meetings/meeting-summary.ts';
import { cancelMeeting, editMeeting } from '../meetings/plan-meeting.ts';
import { parseBody } from '../parse-body.ts';
import { parseQuery } from '../parse-query.ts';
import { requireUser } from '../session.ts';

const pageSize = 30;

/** Find meetings, look at one, change or cancel it. Comes before the routes by code. */
export function meetingListRoutes(context: WebContext): Hono {
  const { db } = context.database;
  const app = new Hono();

  app.get('/', async (c) => {
    const user = await requireUser(context, c);
    const query = readListQuery(c);
    const after = parseListCursor(query.after);
    const rows = await listMeetings(db, accountViewer(user), query, { after, limit: pageSize + 1 });
    const page = rows.slice(0, pageSize);
    const last = rows.length > pageSize ? page.at(-1) : undefined;
    return c.json({
      meetings: page.map((row) => meetingSummary(row, user.id)),
      next: last ? formatListCursor(last) : null,
    } satisfies MeetingList);
  });

  app.get('/counts', async (c) => {
    const user = await requireUser(context, c);
    return c.json((await countMeetings(db, accountViewer(user), readListQuery(c))) satisfies MeetingCounts);
  });

  app.get('/:id/details', async (c) => {
    const access = await accessMeeting(context, c, c.req.param('id'));
    return c.json((await meetingDetails(context, access)) satisfies MeetingDetails);
  });

  app.patch('/:id', async (c) => {
    const access = await accessMeetingAs(context, c, c.req.param('id'), 'edit');
    const edit = await parseBody(c, editMeetingSchema);
    const meeting = await editMeeting(context, { ...access, edit });
    return c.json((await meetingDetails(context, { ...access, meeting })) satisfies MeetingDetails);
  });

  app.patch('/:id/occurrence', async (c) => {
    const access = await accessMeetingAs(context, c, c.req.param('id'), 'edit');
    const move = await parseBody(c, moveOccurrenceSchema);
    const meeting = await moveOccurrence(context, { ...access, move });
    return c.json((await meetingDetails(context, { ...access, meeting })) satisfies MeetingDetails);
  });

  app.post('/:id/occurrence/cancel', async (c) => {
    await cancelOccurrence(context, await accessMeetingAs(context, c, c.req.param('id'), 'edit'));
    return c.body(null, 204);
  });

  app.post('/:id/cancel', async (c) => {
    await cancelMeeting(context, await accessMeetingAs(context, c, c.req.param('id'), 'edit'));
    return c.body(null, 204);
  });

  return app;
}

function readListQuery(c: Context): z.output<typeof listMeetingsQuerySchema> {
  const query = parseQuery(c, listMeetingsQuerySchema);
  return { ...query, search: cleanText(query.search, 200) };
}
