import { SignJWT } from 'jose';
import { workerAudience } from '../lib/agent-messages.ts';

/** Shows web that a worker belongs to this installation: signed with the LiveKit secret, good for a minute. */
export function signWorkerToken(apiSecret: string): Promise<string> {
  return new SignJWT({})
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience(workerAudience)
    .setExpirationTime('1m')
    .sign(new TextEncoder().encode(apiSecret));
}
