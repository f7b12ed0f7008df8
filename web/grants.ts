import type { VideoGrant } from 'livekit-server-sdk';
import { may, type Role } from '../lib/roles.ts';

/**
 * What each role may do in LiveKit. Nobody is `roomAdmin`, hidden, or may change their own metadata: hosts act
 * through web. Data is open to all because no grant allows RPC without it; receivers check the sender instead.
 */
export function grantsOf(role: Role): VideoGrant {
  return {
    canPublish: may(role, 'speak'),
    canSubscribe: true,
    canPublishData: true,
    canUpdateOwnMetadata: false,
  };
}
