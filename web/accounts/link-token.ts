import { createHash, randomBytes } from 'node:crypto';

/** A new secret for a link in a mail: 192 random bits. */
export function createLinkToken(): string {
  return randomBytes(24).toString('base64url');
}

/** Under what a secret is stored: its hash, so that the table opens nothing. */
export function linkIdentifier(kind: 'reset-password' | 'sign-up', token: string): string {
  return `${kind}:${createHash('sha256').update(token).digest('base64url')}`;
}
