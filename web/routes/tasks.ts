import { type Context, Hono } from 'hono';
import { recordAccess } from '../../db/queries/access-log.ts';
import { listDecisions } from '../../db/queries/decisions.ts';
import { listMeetingTasks, listTasks } from '../../db/queries/tasks.ts';
import { ParleyError } from '../../lib/errors.ts';
import { siteOf } from '../../lib/site.ts';
import {
  addDecisionSchema,
  addTaskSchema,
  changeDecisionSchema,
  changeTaskSchema,
  listTasksQuerySchema,
} from '../../lib/task-messages.ts';
import type { WebContext } from '../context.ts';
import { sendCalendar } from '../exports/send-calendar.ts';
import { accessMeeting, accessMeetingAs, accountViewer, viewerOf } from '../meeting-access.ts';
import {
  addMeetingDecision,
  addMeetingTask,
  changeMeetingDecision,
  changeMeetingTask,
  decisionView,
  taskView,
} from '../meetings/outcomes.ts';
import { parseBody } from '../parse-body.ts';
import { requireUser } from '../session.ts';

/** What is to be done, over all meetings of an account, and whether it is. */
export function taskRoutes(context: WebContext): Hono {
  const { db } = context.database;
  const app = new Hono();

  app.get('/', async (c) => {
    const user = await requireUser(context, c);
    const query = listTasksQuerySchema.safeParse(c.req.query());
    if (!query.success) throw new ParleyError('bad_request', 'whose is mine or all, done is true or false');
    const { whose, done } = query.data;
    const rows = await listTasks(db, accountViewer(user), { mine: whose === 'mine', done: done === 'true' });
    return c.json({ tasks: rows.map(taskView) });
  });

  app.get('/calendar.ics', async (c) => {
    const user = await requireUser(context, c);
    const whose = c.req.query('whose') ?? 'mine';
    const rows = await listTasks(db, accountViewer(user), { mine: whose !== 'all', done: false });
    return sendCalendar(c, rows, siteOf(context.config));
  });

  return app;
}

/** What came out of one meeting: tasks and decisions. */
export function meetingOutcomeRoutes(context: WebContext): Hono {
  const { db } = context.database;
  const app = new Hono();
  const wantsRemoved = (c: Context) => ({ removed: c.req.query('removed') === 'true' });

  app.get('/:id/tasks', async (c) => {
    const access = await accessMeeting(context, c, c.req.param('id'));
    const viewer = viewerOf(access);
    const rows = await listMeetingTasks(db, viewer, access.meeting.id, wantsRemoved(c));
    return c.json({ tasks: rows.map(taskView) });
  });

  app.get('/:id/tasks.ics', async (c) => {
    const access = await accessMeeting(context, c, c.req.param('id'));
    const { meeting, caller } = access;
    const rows = await listMeetingTasks(db, viewerOf(access), meeting.id);
    await recordAccess(db, { meetingId: meeting.id, by: caller, event: 'exported', note: 'tasks' });
    return sendCalendar(c, rows, siteOf(context.config));
  });

  app.post('/:id/tasks', async (c) => {
    const access = await accessMeetingAs(context, c, c.req.param('id'), 'correct');
    const viewer = viewerOf(access);
    const task = await addMeetingTask(context, access.meeting.id, viewer, await parseBody(c, addTaskSchema));
    return c.json({ task }, 201);
  });

  app.patch('/:id/tasks/:taskId', async (c) => {
    const access = await accessMeetingAs(context, c, c.req.param('id'), 'correct');
    const viewer = viewerOf(access);
    const task = { meetingId: access.meeting.id, id: c.req.param('taskId') };
    const change = await parseBody(c, changeTaskSchema);
    return c.json({ task: await changeMeetingTask(context, task, viewer, change) });
  });

  app.get('/:id/decisions', async (c) => {
    const { meeting } = await accessMeeting(context, c, c.req.param('id'));
    const rows = await listDecisions(db, meeting.id, wantsRemoved(c));
    return c.json({ decisions: rows.map(decisionView) });
  });

  app.post('/:id/decisions', async (c) => {
    const { meeting } = await accessMeetingAs(context, c, c.req.param('id'), 'correct');
    const { text } = await parseBody(c, addDecisionSchema);
    return c.json({ decision: await addMeetingDecision(context, meeting.id, text) }, 201);
  });

  app.patch('/:id/decisions/:decisionId', async (c) => {
    const { meeting } = await accessMeetingAs(context, c, c.req.param('id'), 'correct');
    const decision = { meetingId: meeting.id, id: c.req.param('decisionId') };
    const change = await parseBody(c, changeDecisionSchema);
    return c.json({ decision: await changeMeetingDecision(context, decision, change) });
  });

  return app;
}
