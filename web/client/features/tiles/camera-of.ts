import type { TrackReference } from '@livekit/components-react';
import type { Participant } from 'livekit-client';

/** The picture of a person; null while there is none to be seen. */
export function cameraOf(
  cameras: readonly TrackReference[],
  participant: Participant,
): TrackReference | null {
  const camera = cameras.find((track) => track.participant.identity === participant.identity);
  // Of others also until the first picture is on its way, and as long as this person wants none.
  const seen =
    camera && !camera.publication.isMuted && (participant.isLocal || camera.publication.isSubscribed);
  return seen ? camera : null;
}
