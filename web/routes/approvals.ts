import { type Context, Hono } from 'hono';
import type { z } from 'zod/mini';
import { listApprovalLog } from '../../db/queries/approval-log.ts';
import {
  type ApprovalRow,
  findApprovalRow,
  listCurrentApprovalRows,
  pageApprovalRows,
} from '../../db/queries/approval-rows.ts';
import { findApproval } from '../../db/queries/approvals.ts';
import type { Participant } from '../../db/queries/participants.ts';
import {
  type ActionLog,
  type ApprovalList,
  actionLogQuerySchema,
  type approvalAnswerSchema,
  decideApprovalSchema,
} from '../../lib/assistant-messages.ts';
import { ParleyError } from '../../lib/errors.ts';
import type { MeetingId } from '../../lib/ids.ts';
import { approvalView } from '../approvals/approval-view.ts';
import { decide } from '../approvals/decide.ts';
import { listOffered } from '../approvals/list-offered.ts';
import { personOf } from '../approvals/person-of.ts';
import { viewForApprover } from '../approvals/view-for-approver.ts';
import type { WebContext } from '../context.ts';
import { accessMeeting } from '../meeting-access.ts';
import { parseBody } from '../parse-body.ts';

/** Proposals of one meeting, for who may see it: what waits, the answers to it, and all that was done with them. */
export function approvalRoutes(context: WebContext): Hono {
  const { db } = context.database;
  const app = new Hono();

  app.get('/:id/approvals', async (c) => {
    const { meeting, role } = await accessMeeting(context, c, c.req.param('id'));
    const rows = await listCurrentApprovalRows(db, meeting.id);
    // Who only reads by a link of a mail is asked nothing.
    const person = role === null ? null : await personOf(context, c, meeting.id);
    const approvals = await Promise.all(
      rows.map((row) => (isAsked(person, row) ? viewForApprover(context, row) : approvalView(row))),
    );
    return c.json({ approvals, ...(await listOffered(context, person, rows)) } satisfies ApprovalList);
  });

  app.get('/:id/actions', async (c) => {
    const { meeting } = await accessMeeting(context, c, c.req.param('id'));
    const query = actionLogQuerySchema.safeParse(c.req.query());
    if (!query.success) throw new ParleyError('bad_request', 'before: is not an id of a proposal');
    const { before } = query.data;
    const { rows, more } = await pageApprovalRows(db, meeting.id, before);
    const ids = rows.map(({ approval }) => approval.id);
    const log = await listApprovalLog(db, meeting.id, { ids, withOthers: before === undefined });
    return c.json({
      more,
      approvals: rows.map((row) => approvalView(row)),
      log: log.map(({ at, byId, byName, ...entry }) => ({
        ...entry,
        atMs: at.getTime(),
        by: byId && byName !== null ? { id: byId, name: byName } : null,
      })),
    } satisfies ActionLog);
  });

  app.post('/:id/approvals/:approvalId/decision', async (c) => {
    const request = await parseBody(c, decideApprovalSchema);
    const { approval, person } = await approvalFor(context, c);
    await decide(context, { approval, by: person.id, request });
    const row = await findApprovalRow(db, approval.id);
    if (!row) throw unknownApproval();
    return c.json({ approval: approvalView(row) } satisfies z.infer<typeof approvalAnswerSchema>);
  });

  return app;
}

/** Whether a proposal is put to this person, on whatever device. */
function isAsked(person: Participant | null, { approval, approverUserId }: ApprovalRow): boolean {
  if (!person) return false;
  return approval.approver === person.id || (approverUserId !== null && approverUserId === person.userId);
}

/** Whoever is not of its meeting does not learn that a proposal exists. */
async function approvalFor(context: WebContext, c: Context) {
  const meetingId = c.req.param('id') as MeetingId;
  const person = await personOf(context, c, meetingId);
  const approval = await findApproval(context.database.db, c.req.param('approvalId') ?? '');
  if (approval?.meetingId !== meetingId || !person) throw unknownApproval();
  return { approval, person };
}

function unknownApproval(): ParleyError {
  return new ParleyError('not_found', 'There is no such proposal, or you were not part of its meeting.');
}
