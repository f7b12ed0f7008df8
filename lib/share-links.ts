/** The address that a share is, and what is stored of it. */
import { createHash, createHmac } from 'node:crypto';

export interface ShareLinks {
  /** The same each time, so that a host can copy it again. */
  urlOf(shareId: string): string;
  /** What the database has of the link. */
  hashOf(shareId: string): string;
}

/** `secret` is `PARLEY_SECRET`; `site` the origin of the pages. */
export function createShareLinks(secret: string, site: string): ShareLinks {
  // 256 bits that nobody without `PARLEY_SECRET` can tell.
  const secretOf = (id: string) =>
    createHmac('sha256', secret).update(`parley:share:${id}`).digest('base64url');
  return {
    urlOf: (id) => `${site}/s#${secretOf(id)}`,
    hashOf: (id) => hashShareSecret(secretOf(id)),
  };
}

/** A link's secret is random as a whole, so a plain hash is enough. */
export function hashShareSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
