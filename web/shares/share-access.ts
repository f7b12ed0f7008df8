/**
 * The one way in for whoever has a link. It leads to the parts that were shared and to nothing else: no other route
 * knows of it, and `visibleTo` does not either.
 */
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Accessor } from '../../db/queries/access-log.ts';
import type { Meeting } from '../../db/queries/meetings.ts';
import { findShare, type Share } from '../../db/queries/shares.ts';
import { ParleyError } from '../../lib/errors.ts';
import { hashShareSecret } from '../../lib/share-links.ts';
import type { SharePart } from '../../lib/shares.ts';
import { isSecureSite } from '../../lib/site.ts';
import type { WebContext } from '../context.ts';
import { shareLinks, shareState } from './share-state.ts';

export interface ShareAccess {
  share: Share;
  meeting: Meeting;
  /** The link, as the access log has it. */
  caller: Accessor;
}

/** Throws `not_found` for a secret that is none, and `share_over` when the link expired or was withdrawn. */
export async function accessBySecret(context: WebContext, secret: string): Promise<ShareAccess> {
  const found = await findShare(context.database.db, hashShareSecret(secret));
  if (!found) throw new ParleyError('not_found', 'There is nothing behind this link.');
  const { share, meeting } = found;
  const state = shareState(share, shareLinks(context), new Date());
  if (state === 'revoked') throw new ParleyError('share_over', 'This link was withdrawn.');
  if (state === 'expired') throw new ParleyError('share_over', 'This link has expired.');
  const name = share.label === '' ? 'Someone with a link' : `Link for ${share.label}`;
  return { share, meeting, caller: { id: share.id, name } };
}

/** By the cookie of an opened link, judged anew each time; throws `not_found` for a part that was not shared. */
export async function accessSharedPart(
  context: WebContext,
  c: Context,
  { shareId, part }: { shareId: string; part: SharePart },
): Promise<ShareAccess> {
  const access = await accessBySecret(context, getCookie(c, cookieOf(shareId)) ?? '');
  if (access.share.id !== shareId || !access.share.parts.includes(part)) {
    throw new ParleyError('not_found', 'There is nothing behind this link.');
  }
  return access;
}

/** Lets players ask for sound without the secret in an address. */
export function rememberSecret(
  { config }: WebContext,
  c: Context,
  { share }: ShareAccess,
  secret: string,
): void {
  setCookie(c, cookieOf(share.id), secret, {
    httpOnly: true,
    secure: isSecureSite(config),
    sameSite: 'Strict',
    path: `/api/shares/${share.id}`,
    expires: share.expiresAt,
  });
}

const cookieOf = (shareId: string) => `parley_${shareId}`;
