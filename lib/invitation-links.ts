/** The address that an invitation is, and what is stored of it. */
import { createHash, createHmac } from 'node:crypto';

export interface InvitationLinks {
  /** The same each time, so that a mail about a change has the same link. */
  urlOf(invitationId: string): string;
  /** What the database has of the link. */
  hashOf(invitationId: string): string;
}

/** `secret` is `PARLEY_SECRET`; `site` the origin of the pages. */
export function createInvitationLinks(secret: string, site: string): InvitationLinks {
  const secretOf = (id: string) => invitationSecret(secret, id);
  return {
    urlOf: (id) => `${site}/i/${secretOf(id)}`,
    hashOf: (id) => hashInvitationSecret(secretOf(id)),
  };
}

/** 128 bits that nobody without `PARLEY_SECRET` can tell. */
function invitationSecret(secret: string, id: string): string {
  const mac = createHmac('sha256', secret).update(`parley:invitation:${id}`);
  return mac.digest().subarray(0, 16).toString('base64url');
}

/** A link's secret is random as a whole, so a plain hash is enough. */
export function hashInvitationSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
