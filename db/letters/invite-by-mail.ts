/** People invited to a planned meeting by mail: who is told what, in the transaction that makes it true. */
import { ParleyError } from '../../lib/errors.ts';
import { createId } from '../../lib/ids.ts';
import type { InvitationLinks } from '../../lib/invitation-links.ts';
import type { InvitationNews } from '../../lib/mail/invitation-mail.ts';
import { planningLimits } from '../../lib/planning.ts';
import { occurrences, parseRrule } from '../../lib/recurrence.ts';
import type { Role } from '../../lib/roles.ts';
import type { Tx } from '../database.ts';
import {
  extendInvitations,
  type Invitation,
  insertInvitations,
  listMailedInvitations,
} from '../queries/invitations.ts';
import type { Meeting } from '../queries/meetings.ts';
import { seriesHead } from '../queries/occurrences.ts';
import { announceMeeting, type Organizer } from './announce-meeting.ts';

const dayMs = 86_400_000;
/** Mailed links stay good for so long after the last planned end, or after now. */
const afterwardsMs = 7 * dayMs;
const endlessMs = 366 * dayMs;

/**
 * Invites people by mail, each with a link of their own. Who is invited already keeps that invitation and gets no
 * second mail. Throws `bad_request` above the limit of people.
 */
export async function inviteByMail(
  tx: Tx,
  links: InvitationLinks,
  {
    meeting,
    emails,
    role,
    organizer,
  }: { meeting: Meeting; emails: string[]; role: Role; organizer: Organizer },
): Promise<Invitation[]> {
  const before = await listMailedInvitations(tx, seriesHead(meeting));
  const known = new Set(before.map((invitation) => invitation.email));
  const fresh = [...new Set(emails.map((email) => email.toLowerCase()))].filter((email) => !known.has(email));
  if (before.length + fresh.length > planningLimits.invitees) {
    throw new ParleyError('bad_request', `Up to ${planningLimits.invitees} people can be invited by mail.`);
  }
  const expiresAt = mailedUntil(meeting, new Date());
  const rows = fresh.map((email) => newInvitation(links, meeting, { role, email, expiresAt, maxUses: null }));
  const invited = await insertInvitations(tx, rows);
  await announceMeeting(tx, links, { meeting, invited, organizer, news: 'invited' });
  return invited;
}

/** Tells everyone who was invited by mail that the meeting changed, or does not take place. */
export async function tellInvited(
  tx: Tx,
  links: InvitationLinks,
  { meeting, organizer, news }: { meeting: Meeting; organizer: Organizer; news: InvitationNews },
): Promise<void> {
  const invited = await listMailedInvitations(tx, seriesHead(meeting));
  const ids = invited.map((invitation) => invitation.id);
  await extendInvitations(tx, ids, mailedUntil(meeting, new Date()));
  await announceMeeting(tx, links, { meeting, invited, organizer, news });
}

/** The row of an invitation that nobody has used yet. */
export function newInvitation(
  links: InvitationLinks,
  meeting: Meeting,
  invitation: Pick<Invitation, 'role' | 'email' | 'expiresAt' | 'maxUses'>,
) {
  const id = createId('inv');
  return { ...invitation, id, tokenHash: links.hashOf(id), meetingId: seriesHead(meeting) };
}

function mailedUntil(
  { scheduledAt, seriesStart, recurrence, timeZone, durationMinutes }: Meeting,
  now: Date,
): Date {
  const length = (durationMinutes ?? 60) * 60_000;
  const from = Math.max(now.getTime(), scheduledAt?.getTime() ?? 0);
  if (!recurrence || !seriesStart || !timeZone) return new Date(from + length + afterwardsMs);
  const rule = parseRrule(recurrence, timeZone);
  if (rule.end.type === 'never') return new Date(from + endlessMs);
  let last = from;
  for (const at of occurrences({ start: seriesStart, timeZone, recurrence: rule })) last = at.getTime();
  return new Date(last + length + afterwardsMs);
}
