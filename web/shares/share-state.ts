import type { Share } from '../../db/queries/shares.ts';
import { createShareLinks, type ShareLinks } from '../../lib/share-links.ts';
import type { ShareView } from '../../lib/shares.ts';
import { siteOf } from '../../lib/site.ts';
import type { WebContext } from '../context.ts';

export function shareLinks({ secret, config }: WebContext): ShareLinks {
  return createShareLinks(secret, siteOf(config));
}

/** Whether a link still shows anything, and if not, why. A new `PARLEY_SECRET` withdraws all that were made before. */
export function shareState(share: Share, links: ShareLinks, now: Date): ShareView['state'] {
  if (share.revokedAt || links.hashOf(share.id) !== share.secretHash) return 'revoked';
  return share.expiresAt <= now ? 'expired' : 'open';
}
