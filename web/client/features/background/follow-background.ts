import { LocalVideoTrack, type Room, RoomEvent, Track } from 'livekit-client';
import type { MeetingSession } from '../meeting/meeting-session.ts';
import { createCameraProcessor } from './camera-processor.ts';
import { chosenBackground } from './chosen-background.ts';
import { processCamera } from './process-camera.ts';
import { sayTooSlow } from './say-too-slow.ts';

type Sender = Pick<MeetingSession, 'getSending' | 'setSending'>;

/**
 * Sends the camera of this room as it was chosen, now and later. When that changes between hidden and not, the camera
 * is sent anew, so that it begins with a hidden background; from one backdrop to another it goes on.
 */
export function followBackground(room: Room, session: Sender, open = processCamera): () => void {
  const processor = createCameraProcessor(open, sayTooSlow);

  async function apply() {
    const wanted = chosenBackground.get() === 'off' ? undefined : processor;
    room.options.videoCaptureDefaults = { ...room.options.videoCaptureDefaults, processor: wanted };
    const track = room.localParticipant.getTrackPublication(Track.Source.Camera)?.track;
    if (!(track instanceof LocalVideoTrack) || track.getProcessor() === wanted) return;
    await room.localParticipant.unpublishTrack(track);
    if (session.getSending().camera) await session.setSending('camera', true);
  }

  const onChange = () => void apply();
  onChange();
  const unsubscribe = chosenBackground.subscribe(onChange);
  // The choice may have changed while the camera was starting.
  room.on(RoomEvent.LocalTrackPublished, onChange);
  return () => {
    unsubscribe();
    room.off(RoomEvent.LocalTrackPublished, onChange);
  };
}
