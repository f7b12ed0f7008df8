/** Owns what is sent instead of a camera: each of its pictures, with the background hidden. */

import type { BackdropEngine } from './backdrop-engine.ts';
import { BackgroundError } from './background-error.ts';
import type { Backdrop } from './chosen-background.ts';
import { countSlow, isTooSlow } from './pace.ts';
import { settleWithin } from './settle-within.ts';
import { startTicker } from './start-ticker.ts';

export interface ProcessedCamera {
  /** Has such a picture from the beginning. */
  readonly track: MediaStreamTrack;
  /** Goes on with another camera; resolves when a picture of it has been drawn. Throws `BackgroundError`. */
  follow(camera: MediaStreamTrack): Promise<void>;
  close(): void;
}

interface ProcessedCameraOptions {
  engine: BackdropEngine;
  camera: MediaStreamTrack;
  /** Asked for every picture. */
  backdrop(): Backdrop;
  /** Said once. */
  onTooSlow(): void;
}

/** More look no better, and cost a small computer its fan. */
const picturesPerSecond = 25;
const paceMs = 3_000;
/** Until a camera gives its first picture. */
const startMs = 15_000;
/** After a picture that failed: what could not be loaded is not asked for with every picture. */
const retryMs = 1_000;

export async function openProcessedCamera(options: ProcessedCameraOptions): Promise<ProcessedCamera> {
  const pictures = drawPictures(options);
  try {
    await pictures.follow(options.camera);
  } catch (error) {
    pictures.close();
    throw error;
  }
  const [track] = options.engine.canvas.captureStream().getVideoTracks();
  if (!track) throw new Error('A canvas has given no track.');
  return {
    track,
    follow: pictures.follow,
    close() {
      pictures.close();
      track.stop();
    },
  };
}

function drawPictures({ engine, backdrop, onTooSlow }: ProcessedCameraOptions) {
  const video = document.createElement('video');
  Object.assign(video, { muted: true, playsInline: true });
  const watch = watchPace(video, onTooSlow);
  let drawing = false;
  let lastGiven = 0;
  let again = false;
  let notBefore = 0;
  let onDrawn = () => {};

  async function drawNext() {
    if (drawing || video.readyState < video.HAVE_CURRENT_DATA || performance.now() < notBefore) return;
    const given = countGiven(video);
    // Once more after the last one: it is counted a moment before it can be seen.
    if (given === lastGiven && !again) return;
    again = given !== lastGiven;
    lastGiven = given;
    drawing = true;
    const source = video.srcObject;
    try {
      await engine.draw(
        new VideoFrame(video, { timestamp: Math.round(video.currentTime * 1e6) }),
        backdrop(),
      );
      watch.count();
      if (video.srcObject === source) onDrawn();
    } catch {
      // A picture whose background could not be hidden is not shown. When none can, the start fails, or the pace tells.
      notBefore = performance.now() + retryMs;
    } finally {
      drawing = false;
    }
  }

  const stopTicker = startTicker(1_000 / picturesPerSecond, () => void drawNext());
  return {
    async follow(camera: MediaStreamTrack) {
      const { promise, resolve } = Promise.withResolvers<void>();
      onDrawn = resolve;
      lastGiven = 0;
      video.srcObject = new MediaStream([camera]);
      // Refused when yet another camera takes its place; that one plays.
      video.play().catch(() => undefined);
      await settleWithin(startMs, promise, () => new BackgroundError('No background could be hidden.'));
    },
    close() {
      stopTicker();
      watch.stop();
      video.srcObject = null;
    },
  };
}

/** Pictures until now; where a browser does not count them, each moment has one. */
const countGiven = (video: HTMLVideoElement): number =>
  video.getVideoPlaybackQuality().totalVideoFrames || video.currentTime;

/** Compares what is drawn with what the camera gives, every few seconds. */
function watchPace(video: HTMLVideoElement, onTooSlow: () => void) {
  let slow = 0;
  let drawn = 0;
  let seen = 0;
  const timer = setInterval(() => {
    const { totalVideoFrames } = video.getVideoPlaybackQuality();
    const given = Math.min(totalVideoFrames - seen, (picturesPerSecond * paceMs) / 1_000);
    if (!document.hidden) slow = countSlow(slow, { given, drawn });
    seen = totalVideoFrames;
    drawn = 0;
    if (!isTooSlow(slow)) return;
    clearInterval(timer);
    onTooSlow();
  }, paceMs);
  return {
    count() {
      drawn += 1;
    },
    stop: () => clearInterval(timer),
  };
}
