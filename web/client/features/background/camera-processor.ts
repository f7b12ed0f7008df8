import type { Track, TrackProcessor } from 'livekit-client';
import type { processCamera } from './process-camera.ts';
import type { ProcessedCamera } from './processed-camera.ts';

/**
 * Hides the background in what LiveKit sends of a camera, from its first picture on, and through muting, another camera and reconnecting
 * (each of which restarts it). When that fails the camera is stopped: nothing is sent, rather than what it sees.
 */
export function createCameraProcessor(
  open: typeof processCamera,
  onTooSlow: () => void,
): TrackProcessor<Track.Kind.Video> {
  let processed: ProcessedCamera | null = null;

  async function start(track: MediaStreamTrack) {
    try {
      processed = await open(track, onTooSlow);
    } catch (error) {
      track.stop();
      throw error;
    }
  }

  return {
    name: 'background',
    get processedTrack() {
      return processed?.track;
    },
    init: ({ track }) => start(track),
    // Without a processed track LiveKit would send the camera itself: the old one stays until there is a new picture.
    restart: ({ track }) => (processed ? processed.follow(track) : start(track)),
    async destroy() {
      processed?.close();
      processed = null;
    },
  };
}
