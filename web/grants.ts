import { TrackSource, type VideoGrant } from 'livekit-server-sdk';
import { personAttributes } from '../lib/messages.ts';
import { may, type Role } from '../lib/roles.ts';

/** What decides what a person may do in LiveKit. */
export interface Standing {
  role: Role;
  /** A host took the microphone away. */
  silenced: boolean;
}

/** Sound of a shared screen is sound of a person too. */
const silentSources = [TrackSource.CAMERA, TrackSource.SCREEN_SHARE];

/**
 * What each role may do in LiveKit. Nobody is `roomAdmin`, hidden, or may change their own metadata: hosts act
 * through web. Data is open to all because no grant allows RPC without it; receivers check the sender instead.
 */
export function grantsOf({ role, silenced }: Standing) {
  return {
    canPublish: may(role, 'speak'),
    canSubscribe: true,
    canPublishData: true,
    canUpdateOwnMetadata: false,
    /** No sources named: all of them. */
    ...(silenced ? { canPublishSources: silentSources } : {}),
  } satisfies VideoGrant;
}

/** What everyone in the room may read about a person's standing; the server alone writes it. */
export function attributesOf({ role, silenced }: Standing): Record<string, string> {
  return { [personAttributes.role]: role, [personAttributes.silenced]: String(silenced) };
}
