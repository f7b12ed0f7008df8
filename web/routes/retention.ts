import { Hono } from 'hono';
import { recordAccess } from '../../db/queries/access-log.ts';
import { readWorkspace } from '../../db/queries/accounts.ts';
import { deleteMeeting } from '../../db/queries/delete-meeting.ts';
import type { Meeting } from '../../db/queries/meetings.ts';
import { meetingKeep, setMeetingKeep } from '../../db/queries/retention.ts';
import { ParleyError } from '../../lib/errors.ts';
import { changeRetentionSchema, type MeetingKeep, type Retention } from '../../lib/retention.ts';
import type { WebContext } from '../context.ts';
import { accessMeeting, accessMeetingAs } from '../meeting-access.ts';
import { parseBody } from '../parse-body.ts';

const dayMs = 86_400_000;

/** How long a meeting is kept, and its deletion. Mounted at `/api/meetings`. */
export function retentionRoutes(context: WebContext): Hono {
  const { db } = context.database;
  const app = new Hono();

  const describe = async ({ endedAt }: Meeting, keep: MeetingKeep): Promise<Retention> => {
    const { keepDays: workspaceKeepDays } = await readWorkspace(db);
    const days = keep === 'workspace' ? workspaceKeepDays : keep === 'forever' ? null : keep;
    const deletesAtMs = endedAt && days !== null ? endedAt.getTime() + days * dayMs : null;
    return { keep, workspaceKeepDays, deletesAtMs };
  };

  app.get('/:id/retention', async (c) => {
    const { meeting } = await accessMeeting(context, c, c.req.param('id'));
    return c.json(await describe(meeting, meetingKeep(meeting)));
  });

  app.post('/:id/retention', async (c) => {
    const { meeting, caller } = await accessMeetingAs(context, c, c.req.param('id'), 'edit');
    if (meeting.parentId) {
      throw new ParleyError('conflict', 'A breakout room is kept as long as its main meeting.');
    }
    const { keep } = await parseBody(c, changeRetentionSchema);
    await setMeetingKeep(db, meeting.id, keep);
    await recordAccess(db, { meetingId: meeting.id, by: caller, event: 'kept', note: keepNotes(keep) });
    return c.json(await describe(meeting, keep));
  });

  app.delete('/:id', async (c) => {
    const { meeting } = await accessMeetingAs(context, c, c.req.param('id'), 'edit');
    if (!(await deleteMeeting(db, { id: meeting.id, reason: 'host' }))) {
      throw new ParleyError('conflict', 'A meeting can be deleted when it is over. End or cancel it first.');
    }
    context.logger.info({ meetingId: meeting.id }, 'meeting deleted');
    return c.body(null, 204);
  });

  return app;
}

function keepNotes(keep: MeetingKeep): string {
  if (keep === 'workspace') return 'as long as this installation keeps meetings';
  return keep === 'forever' ? 'for ever' : keep === 1 ? '1 day' : `${keep} days`;
}
