import type { Tx } from '../../db/database.ts';
import { newInvitation } from '../../db/letters/invite-by-mail.ts';
import { type Invitation, insertInvitations, invitationState } from '../../db/queries/invitations.ts';
import type { Meeting } from '../../db/queries/meetings.ts';
import type { InvitationView } from '../../lib/planning.ts';
import type { Role } from '../../lib/roles.ts';
import type { WebContext } from '../context.ts';

/** Makes a link that anyone who has it may use. */
export async function inviteByLink(
  tx: Tx,
  context: WebContext,
  meeting: Meeting,
  link: { role: Role; expiresAt: Date; maxUses: number | null },
): Promise<Invitation> {
  const [stored] = await insertInvitations(tx, [
    newInvitation(context.links, meeting, { ...link, email: null }),
  ]);
  if (!stored) throw new Error('insert returned no row');
  return stored;
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
    url: state === 'open' ? context.links.urlOf(invitation.id) : null,
  };
}
