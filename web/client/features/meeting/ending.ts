import { DisconnectReason } from 'livekit-client';

/** Why this page is no longer in the meeting. `lost`: the connection did not come back. */
export type Ending = 'left' | 'ended' | 'cancelled' | 'removed' | 'elsewhere' | 'lost';

/**
 * What a closed connection means. `rejoin`: try again with a new token, web then knows whether the meeting is over.
 */
export function afterDisconnect(reason: DisconnectReason | undefined): Ending | 'rejoin' {
  switch (reason) {
    case DisconnectReason.CLIENT_INITIATED:
      return 'left';
    case DisconnectReason.DUPLICATE_IDENTITY:
      return 'elsewhere';
    case DisconnectReason.PARTICIPANT_REMOVED:
      return 'removed';
    case DisconnectReason.ROOM_DELETED:
    case DisconnectReason.ROOM_CLOSED:
      return 'ended';
    default:
      return 'rejoin';
  }
}
