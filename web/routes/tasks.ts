import { type Context, Hono } from 'hono';
import { listDecisions } from '../../db/queries/decisions.ts';
import type { Viewer } from '../../db/queries/meeting-visibility.ts';
import {
  findTaskMeeting,
  findTaskRow,
  listMeetingTasks,
  listTasks,
  setTaskDone,
  type TaskRow,
} from '../../db/queries/tasks.ts';
import {
  changeTaskSchema,
  type DecisionView,
  listTasksQuerySchema,
  type TaskView,
} from '../../lib/assistant-messages.ts';
import { ParleyError } from '../../lib/errors.ts';
import { idSchema } from '../../lib/ids.ts';
import { may } from '../../lib/roles.ts';
import { authorisePerson } from '../authorise.ts';
import type { WebContext } from '../context.ts';
import { accessMeeting, accountViewer, type MeetingAccess } from '../meeting-access.ts';
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

  app.patch('/:taskId', async (c) => {
    const id = idSchema('tsk').safeParse(c.req.param('taskId'));
    const meetingId = id.success ? await findTaskMeeting(db, id.data) : null;
    // For a task that does not exist the same answers as for one that is not the caller's.
    const access = await accessMeeting(context, c, meetingId ?? 'mtg_');
    if (!id.success || !access.role || !may(access.role, 'speak')) {
      throw new ParleyError('forbidden', 'Only people of the meeting may do that.');
    }
    const { done } = await parseBody(c, changeTaskSchema);
    await setTaskDone(db, id.data, done);
    const row = await findTaskRow(db, await viewerOf(context, c, access), id.data);
    if (!row) throw new ParleyError('not_found', 'This task does not exist any more.');
    return c.json({ task: taskView(row) });
  });

  return app;
}

/** What came out of one meeting: tasks and decisions. */
export function meetingOutcomeRoutes(context: WebContext): Hono {
  const { db } = context.database;
  const app = new Hono();

  app.get('/:id/tasks', async (c) => {
    const access = await accessMeeting(context, c, c.req.param('id'));
    const viewer = await viewerOf(context, c, access);
    const rows = await listMeetingTasks(db, viewer, access.meeting.id);
    return c.json({ tasks: rows.map(taskView) });
  });

  app.get('/:id/decisions', async (c) => {
    const { meeting } = await accessMeeting(context, c, c.req.param('id'));
    const decisions = (await listDecisions(db, meeting.id)).map(
      ({ decision: { id, text, causeEpoch, causeSeq, createdAt }, recordedByName }): DecisionView => ({
        id,
        text,
        recordedBy: recordedByName,
        cause: causeEpoch === null || causeSeq === null ? null : { epoch: causeEpoch, seq: causeSeq },
        createdAtMs: createdAt.getTime(),
      }),
    );
    return c.json({ decisions });
  });

  return app;
}

/** Whose tasks are "mine": the account's, or those of the person of this meeting. */
async function viewerOf(context: WebContext, c: Context, { meeting, user }: MeetingAccess): Promise<Viewer> {
  if (user) return accountViewer(user);
  const { participantId } = await authorisePerson(context, c, meeting.id);
  return { kind: 'participant', participantId };
}

function taskView({ createdAt, ...task }: TaskRow): TaskView {
  return { ...task, createdAtMs: createdAt.getTime() };
}
