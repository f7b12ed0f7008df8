import { createHash } from 'node:crypto';
import type { WebContext } from '../context.ts';
import { siteOf } from '../site.ts';

/** The address that an invitation is. */
export function invitationUrl({ config, tokens }: WebContext, id: string): string {
  return `${siteOf(config)}/i/${tokens.invitationSecret(id)}`;
}

/** What is stored of an invitation's secret. It is random as a whole, so a plain hash is enough. */
export function hashInvitationSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
