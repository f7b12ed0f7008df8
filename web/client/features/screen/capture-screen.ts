import {
  type LocalParticipant,
  type LocalTrack,
  type Room,
  RoomEvent,
  ScreenSharePresets,
  Track,
} from 'livekit-client';
import { mayPublish } from '../meeting/may-publish.ts';
import type { Captured } from './screen-share.ts';

export interface CapturedScreen extends Captured {
  tracks: LocalTrack[];
}

/** Web gives the right at once; LiveKit passes it on. */
const rightPatienceMs = 8_000;

/** False on phones: their browsers share no screen. */
export function canShareScreen(): boolean {
  return typeof navigator.mediaDevices?.getDisplayMedia === 'function';
}

/** Lets the person choose a screen, with its sound where the browser can; null when they chose none. */
export async function captureScreen(me: LocalParticipant): Promise<CapturedScreen | null> {
  try {
    const tracks = await me.createScreenTracks({
      audio: true,
      // Text has to be sharp; movement may jump.
      contentHint: 'detail',
      resolution: ScreenSharePresets.h1080fps15.resolution,
      systemAudio: 'include',
    });
    const picture = tracks.find(({ source }) => source === Track.Source.ScreenShare);
    const ended = new Promise<void>((resolve) => {
      picture?.mediaStreamTrack.addEventListener('ended', () => resolve(), { once: true });
    });
    const stop = () => {
      for (const track of tracks) {
        void me.unpublishTrack(track);
        track.stop();
      }
    };
    return { tracks, ended, stop };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotAllowedError') return null;
    throw error;
  }
}

/** Sends the screen as soon as LiveKit lets it; without its sound where that is not allowed. */
export async function publishScreen(room: Room, { tracks }: CapturedScreen): Promise<void> {
  await untilAllowed(room);
  for (const track of tracks) {
    const isSound = track.source === Track.Source.ScreenShareAudio;
    if (isSound && !mayPublish(room.localParticipant.permissions, 'screenSound')) continue;
    await room.localParticipant.publishTrack(track);
  }
}

function untilAllowed(room: Room): Promise<void> {
  const isAllowed = () => mayPublish(room.localParticipant.permissions, 'screen');
  if (isAllowed()) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const done = () => {
      clearTimeout(timer);
      room.off(RoomEvent.ParticipantPermissionsChanged, onChange);
    };
    const onChange = () => {
      if (!isAllowed()) return;
      done();
      resolve();
    };
    const timer = setTimeout(() => {
      done();
      reject(new Error('The media server does not take the screen. Try again in a moment.'));
    }, rightPatienceMs);
    room.on(RoomEvent.ParticipantPermissionsChanged, onChange);
  });
}
