/** Changes of meetings that have not begun: create, edit, call off. Invited people hear of them in the same transaction. */

import { announceMeeting } from '../../db/letters/announce-meeting.ts';
import { tellInvited } from '../../db/letters/invite-by-mail.ts';
import { type Invitation, revokeInvitation } from '../../db/queries/invitations.ts';
import type { Meeting } from '../../db/queries/meetings.ts';
import { seriesHead } from '../../db/queries/occurrences.ts';
import { cancelScheduled, type MeetingChange, updateScheduled } from '../../db/queries/plan-meetings.ts';
import { ParleyError } from '../../lib/errors.ts';
import { limits } from '../../lib/messages.ts';
import type { EditMeeting, Plan } from '../../lib/planning.ts';
import { planSchema } from '../../lib/planning.ts';
import { type SummaryChoice, summaryLimits } from '../../lib/summary-choice.ts';
import { cleanParagraphs, cleanText } from '../../lib/text.ts';
import type { WebContext } from '../context.ts';
import { hashPassword } from '../password.ts';
import type { User } from '../session.ts';
import { readPlan } from './read-plan.ts';

/** Columns of a new meeting that come from its plan. Throws `unauthorized` for a plan without an account. */
export async function plannedColumns(
  asked: { plan?: Plan; invite: string[]; password?: string; waitingRoom: boolean; summary: SummaryChoice },
  owner: User | null,
): Promise<MeetingChange> {
  if (!owner && (asked.plan || asked.invite.length > 0)) {
    throw new ParleyError('unauthorized', 'Sign in to plan a meeting or to invite people by mail.');
  }
  return {
    ...(asked.plan ? readPlan(asked.plan, new Date()) : {}),
    passwordHash: asked.password === undefined ? null : await hashPassword(asked.password),
    waitingRoom: asked.waitingRoom,
    ...summaryColumns(asked.summary),
  };
}

/**
 * Edits a meeting that has not begun; throws `conflict` when it has. A new title or time counts as a change for
 * invited people, who get a mail; a new password or waiting room does not.
 */
export async function editMeeting(
  context: WebContext,
  { meeting, user, edit }: { meeting: Meeting; user: User | null; edit: EditMeeting },
): Promise<Meeting> {
  const change: MeetingChange = {};
  if (edit.title !== undefined) change.title = cleanText(edit.title, limits.title) || 'Meeting';
  if (edit.plan) Object.assign(change, readPlan(planSchema.parse(edit.plan), new Date()));
  if (edit.waitingRoom !== undefined) change.waitingRoom = edit.waitingRoom;
  if (edit.summary) Object.assign(change, summaryColumns(edit.summary));
  if (edit.password !== undefined) {
    change.passwordHash = edit.password === null ? null : await hashPassword(edit.password);
  }
  const announce = isNews(meeting, change);
  return context.database.db.transaction(async (tx) => {
    const edited = await updateScheduled(tx, meeting.id, change, { announce });
    if (!edited) throw alreadyBegun();
    if (announce && user)
      await tellInvited(tx, context.links, { meeting: edited, organizer: user, news: 'updated' });
    return edited;
  });
}

function summaryColumns({ template, instructions, mail }: SummaryChoice): MeetingChange {
  return {
    ...(template === undefined ? {} : { summaryTemplate: template }),
    ...(instructions === undefined
      ? {}
      : { summaryInstructions: cleanParagraphs(instructions, summaryLimits.instructions) }),
    ...(mail === undefined ? {} : { summaryMail: mail }),
  };
}

/** Calls a meeting off, of a series all that is to come; throws `conflict` when it has begun. */
export async function cancelMeeting(
  context: WebContext,
  { meeting, user }: { meeting: Meeting; user: User | null },
): Promise<void> {
  await context.database.db.transaction(async (tx) => {
    const cancelled = await cancelScheduled(tx, meeting.id);
    if (!cancelled) throw alreadyBegun();
    if (user)
      await tellInvited(tx, context.links, { meeting: cancelled, organizer: user, news: 'cancelled' });
  });
}

/** Closes one invitation. Who had it by mail is told, while the meeting is still to come. */
export async function withdrawInvitation(
  context: WebContext,
  { meeting, user, id }: { meeting: Meeting; user: User | null; id: string },
): Promise<Invitation> {
  return context.database.db.transaction(async (tx) => {
    const revoked = await revokeInvitation(tx, seriesHead(meeting), id);
    if (!revoked)
      throw new ParleyError('not_found', 'There is no such invitation, or it was withdrawn before.');
    if (revoked.email && user && meeting.status === 'scheduled') {
      const news = 'uninvited';
      await announceMeeting(tx, context.links, { meeting, invited: [revoked], organizer: user, news });
    }
    return revoked;
  });
}

function isNews(meeting: Meeting, change: MeetingChange): boolean {
  const moved = change.scheduledAt && change.scheduledAt.getTime() !== meeting.scheduledAt?.getTime();
  const differs = (['title', 'durationMinutes', 'timeZone', 'recurrence'] as const).some(
    (field) => change[field] !== undefined && change[field] !== meeting[field],
  );
  return Boolean(moved) || differs;
}

export function alreadyBegun(): ParleyError {
  return new ParleyError('conflict', 'This meeting has begun or is over, and cannot be changed any more.');
}
