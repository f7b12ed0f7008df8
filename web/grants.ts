import type { VideoGrant } from 'livekit-server-sdk';
import type { Role } from '../lib/messages.ts';

/**
 * What each role may do in LiveKit. Nobody is `roomAdmin`, hidden, or may change their own metadata: hosts act
 * through web. Data is open to all because no grant allows RPC without it; receivers check the sender instead.
 */
export function grantsOf(role: Role): VideoGrant {
  const everyone = {
    canPublish: true,
    canSubscribe: true,
    canPublishData: true,
    canUpdateOwnMetadata: false,
  };
  switch (role) {
    case 'host':
    case 'participant':
      return everyone;
    default:
      throw new Error(`no grants for ${role satisfies never}`);
  }
}
