/** Invitations on the way in: the link is opened, remembered by a cookie, and used up by the join. */
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Tx } from '../../db/database.ts';
import {
  claimInvitation,
  findAccountInvitation,
  findInvitation,
  type Invitation,
  invitationState,
  spendInvitation,
  wasRemovedHolder,
} from '../../db/queries/invitations.ts';
import type { Meeting } from '../../db/queries/meetings.ts';
import { findCurrentOccurrence, seriesHead } from '../../db/queries/occurrences.ts';
import { type ErrorCode, ParleyError } from '../../lib/errors.ts';
import { hashInvitationSecret } from '../../lib/invitation-links.ts';
import type { InvitationState } from '../../lib/planning.ts';
import { may } from '../../lib/roles.ts';
import { isSecureSite } from '../../lib/site.ts';
import type { WebContext } from '../context.ts';
import { accountViewer } from '../meeting-access.ts';
import { currentUser } from '../session.ts';

/** Longer than most invitations; a link can be opened again. */
const rememberedSeconds = 30 * 24 * 3600;

const refusals: Record<Exclude<InvitationState, 'open'>, [ErrorCode, string]> = {
  expired: ['invitation_expired', 'This invitation has expired. Ask the host for a new one.'],
  revoked: ['invitation_revoked', 'This invitation was withdrawn by the host.'],
  used_up: [
    'invitation_used',
    'This invitation has been used as often as it may. Ask the host for a new one.',
  ],
};

/**
 * Opens an invitation's link: remembers it in this browser and says which meeting it is for. Nothing is used up
 * yet. Throws `invitation_unknown`, `…_expired`, `…_revoked` or `…_used`.
 */
export async function acceptInvitation(
  context: WebContext,
  c: Context,
  secret: string,
): Promise<{ meeting: Meeting; invitation: Invitation }> {
  const { db } = context.database;
  const invitation = await findInvitation(db, hashInvitationSecret(secret));
  const meeting = invitation && (await findCurrentOccurrence(db, invitation.meetingId));
  if (!invitation || !meeting) {
    throw new ParleyError('invitation_unknown', 'This is not an invitation of ours. Check the link.');
  }
  // Who used it once comes back by it, also when it is used up by now.
  const returning = getCookie(c, cookieName(invitation.meetingId)) === secret;
  refuseClosed(invitation, { returning });
  // Once for the meeting's own addresses, and once for this one, to know who comes back by the link.
  for (const path of [`/api/meetings/${meeting.code}`, '/api/invitations']) {
    setCookie(c, cookieName(invitation.meetingId), secret, {
      httpOnly: true,
      secure: isSecureSite(context.config),
      sameSite: 'Lax',
      path,
      maxAge: rememberedSeconds,
    });
  }
  const user = await currentUser(context, c);
  if (user && invitation.email) await claimInvitation(db, invitation.id, user.id);
  return { meeting, invitation };
}

/**
 * The invitation that this browser opened for the meeting, or that was mailed to the account, and that still lets somebody new in, or null; also null
 * once its own holder was removed.
 */
export async function presentedInvitation(
  context: WebContext,
  c: Context,
  meeting: Meeting,
): Promise<Invitation | null> {
  const { db } = context.database;
  const head = seriesHead(meeting);
  const secret = getCookie(c, cookieName(head));
  const user = await currentUser(context, c);
  const opened = secret ? await findInvitation(db, hashInvitationSecret(secret)) : null;
  const invitation =
    opened?.meetingId === head
      ? opened
      : user && (await findAccountInvitation(db, head, accountViewer(user)));
  if (!invitation) return null;
  const opensDoors = isPersonal(invitation) || may(invitation.role, 'moderate');
  if (opensDoors && (await wasRemovedHolder(db, meeting.id, invitation.id))) return null;
  return invitationState(invitation, new Date()) === 'open' ? invitation : null;
}

/** For one person, and not a link that goes around: it stands for the password and for being let in. */
export function isPersonal({ email, maxUses }: Pick<Invitation, 'email' | 'maxUses'>): boolean {
  return email !== null || maxUses === 1;
}

/** Counts a newcomer; throws when somebody else took the last use a moment ago. */
export async function takeInvitation(tx: Tx, invitation: Invitation): Promise<void> {
  if (await spendInvitation(tx, invitation.id)) return;
  const state = invitationState(invitation, new Date());
  const [code, message] = refusals[state === 'open' ? 'used_up' : state];
  throw new ParleyError(code, message);
}

function refuseClosed(invitation: Invitation, { returning }: { returning: boolean }): void {
  const state = invitationState(invitation, new Date());
  if (state === 'open' || (returning && state === 'used_up')) return;
  const [code, message] = refusals[state];
  throw new ParleyError(code, message);
}

const cookieName = (head: string) => `parley_invitation_${head}`;
