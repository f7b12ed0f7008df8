import { createHash } from 'node:crypto';

/**
 * Tells installations apart without telling the secret: whoever starts a web process can see that the one that
 * answers at its address is its own. 48 bits of SHA-256.
 */
export function installationId(secret: string): string {
  return createHash('sha256').update(`parley installation ${secret}`).digest('hex').slice(0, 12);
}
