import type { Tx } from '../../db/database.ts';
import {
  extendInvitations,
  type Invitation,
  insertInvitations,
  invitationState,
  listMailedInvitations,
} from '../../db/queries/invitations.ts';
import type { Meeting } from '../../db/queries/meetings.ts';
import { seriesHead } from '../../db/queries/occurrences.ts';
import { ParleyError } from '../../lib/errors.ts';
import { createId } from '../../lib/ids.ts';
import { type InvitationView, planningLimits } from '../../lib/planning.ts';
import { occurrences, parseRrule } from '../../lib/recurrence.ts';
import type { Role } from '../../lib/roles.ts';
import type { WebContext } from '../context.ts';
import type { User } from '../session.ts';
import { announceMeeting } from './invitation-mail.ts';
import { hashInvitationSecret, invitationUrl } from './invitation-url.ts';

const dayMs = 86_400_000;
/** Mailed links stay good for so long after the last planned end, or after now. */
const afterwardsMs = 7 * dayMs;
const endlessMs = 366 * dayMs;

/** Makes a link that anyone who has it may use. */
export async function inviteByLink(
  tx: Tx,
  context: WebContext,
  meeting: Meeting,
  link: { role: Role; expiresAt: Date; maxUses: number | null },
): Promise<Invitation> {
  const [stored] = await insertInvitations(tx, [newInvitation(context, meeting, { ...link, email: null })]);
  if (!stored) throw new Error('insert returned no row');
  return stored;
}

/**
 * Invites people by mail, each with a link of their own. Who is invited already keeps that invitation and gets no
 * second mail. Throws `bad_request` above the limit of people.
 */
export async function inviteByMail(
  tx: Tx,
  context: WebContext,
  { meeting, emails, role, organizer }: { meeting: Meeting; emails: string[]; role: Role; organizer: User },
): Promise<Invitation[]> {
  const before = await listMailedInvitations(tx, seriesHead(meeting));
  const known = new Set(before.map((invitation) => invitation.email));
  const fresh = [...new Set(emails.map((email) => email.toLowerCase()))].filter((email) => !known.has(email));
  if (before.length + fresh.length > planningLimits.invitees) {
    throw new ParleyError('bad_request', `Up to ${planningLimits.invitees} people can be invited by mail.`);
  }
  const expiresAt = mailedUntil(meeting, new Date());
  const rows = fresh.map((email) =>
    newInvitation(context, meeting, { role, email, expiresAt, maxUses: null }),
  );
  const invited = await insertInvitations(tx, rows);
  await announceMeeting(tx, context, { meeting, invited, organizer, news: 'invited' });
  return invited;
}

/** Tells everyone who was invited by mail that the meeting changed, or does not take place. */
export async function tellInvited(
  tx: Tx,
  context: WebContext,
  { meeting, organizer, news }: { meeting: Meeting; organizer: User; news: 'updated' | 'cancelled' },
): Promise<void> {
  const invited = await listMailedInvitations(tx, seriesHead(meeting));
  const ids = invited.map((invitation) => invitation.id);
  await extendInvitations(tx, ids, mailedUntil(meeting, new Date()));
  await announceMeeting(tx, context, { meeting, invited, organizer, news });
}

export function invitationView(context: WebContext, invitation: Invitation, now: Date): InvitationView {
  const state = invitationState(invitation, now);
  return {
    id: invitation.id as InvitationView['id'],
    role: invitation.role,
    email: invitation.email,
    state,
    expiresAtMs: invitation.expiresAt.getTime(),
    maxUses: invitation.maxUses,
    uses: invitation.uses,
    createdAtMs: invitation.createdAt.getTime(),
    url: state === 'open' ? invitationUrl(context, invitation.id) : null,
  };
}

function newInvitation(
  { tokens }: WebContext,
  meeting: Meeting,
  invitation: Pick<Invitation, 'role' | 'email' | 'expiresAt' | 'maxUses'>,
) {
  const id = createId('inv');
  const tokenHash = hashInvitationSecret(tokens.invitationSecret(id));
  return { ...invitation, id, tokenHash, meetingId: seriesHead(meeting) };
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
