import { TrackSource, type VideoGrant } from 'livekit-server-sdk';
import { personAttributes } from '../lib/messages.ts';
import { may, type Role } from '../lib/roles.ts';

/** What decides what a person may do in LiveKit. */
export interface Standing {
  role: Role;
  /** A host took the microphone away. */
  silenced: boolean;
  /** How often a host has asked them to turn it off. */
  muteAsks: number;
  /** Holds the one shared screen. */
  sharing: boolean;
}

/**
 * What each role may do in LiveKit. Nobody is `roomAdmin`, hidden, or may change their own metadata: hosts act
 * through web. Data is open to all because no grant allows RPC without it; receivers check the sender instead.
 */
export function grantsOf({ role, silenced, sharing }: Omit<Standing, 'muteAsks'>) {
  return {
    canPublish: may(role, 'speak'),
    canSubscribe: true,
    canPublishData: true,
    canUpdateOwnMetadata: false,
    canPublishSources: [
      TrackSource.CAMERA,
      ...(silenced ? [] : [TrackSource.MICROPHONE]),
      ...(sharing ? [TrackSource.SCREEN_SHARE] : []),
      // Sound of a shared screen is sound of a person too.
      ...(sharing && !silenced ? [TrackSource.SCREEN_SHARE_AUDIO] : []),
    ],
  } satisfies VideoGrant;
}

/** What everyone in the room may read about a person's standing; the server alone writes it. */
export function attributesOf({
  role,
  silenced,
  muteAsks,
}: Omit<Standing, 'sharing'>): Record<string, string> {
  return {
    [personAttributes.role]: role,
    [personAttributes.silenced]: String(silenced),
    [personAttributes.muteAsks]: String(muteAsks),
  };
}
