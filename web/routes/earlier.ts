import { Hono } from 'hono';
import { recordAccess } from '../../db/queries/access-log.ts';
import { listDecisions } from '../../db/queries/decisions.ts';
import { findEarlierMeeting } from '../../db/queries/earlier-meeting.ts';
import type { Viewer } from '../../db/queries/meeting-visibility.ts';
import type { Meeting } from '../../db/queries/meetings.ts';
import { findSummaryVersion } from '../../db/queries/summaries.ts';
import { listMeetingTasks } from '../../db/queries/tasks.ts';
import type { Earlier } from '../../lib/earlier.ts';
import type { WebContext } from '../context.ts';
import { accessMeeting, viewerOf } from '../meeting-access.ts';
import { decisionView, taskView } from '../meetings/outcomes.ts';

/** What the meeting before this one left behind, for those who may see both. */
export function earlierRoutes(context: WebContext): Hono {
  const { db } = context.database;

  return new Hono().get('/:id/earlier', async (c) => {
    const access = await accessMeeting(context, c, c.req.param('id'));
    const viewer = viewerOf(access);
    const meeting = await findEarlierMeeting(db, viewer, access.meeting);
    if (!meeting) return c.json({ earlier: null });
    await recordAccess(db, { meetingId: meeting.id, by: access.caller, event: 'read' });
    return c.json({ earlier: await describe(viewer, meeting) });
  });

  async function describe(viewer: Viewer, { id, title, startedAt, createdAt }: Meeting): Promise<Earlier> {
    const [summary, decisions, tasks] = await Promise.all([
      findSummaryVersion(db, id),
      listDecisions(db, id),
      listMeetingTasks(db, viewer, id),
    ]);
    return {
      meeting: { id, title, atMs: (startedAt ?? createdAt).getTime() },
      overview: summary?.content.overview ?? '',
      decisions: decisions.map(decisionView),
      tasks: tasks.map(taskView).filter(({ done }) => !done),
      questions: summary?.content.questions ?? [],
    };
  }
}
