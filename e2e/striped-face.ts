/** Somebody in a striped shirt before a striped wall: what is hidden loses its stripes. */
import type { Page } from 'playwright-core';
import { drawFace, face } from './draw-face.ts';

/** In shares of the picture. */
interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
}
const striped: Area[] = [
  { left: 0, top: 0, width: 0.22, height: 1 },
  { left: 0.36, top: 0.83, width: 0.28, height: 0.17 },
];
/** Well within, where a blur brings in nothing but stripes. */
const areas = {
  wall: { left: 0.06, top: 0.2, width: 0.1, height: 0.6 },
  shirt: { left: 0.4, top: 0.87, width: 0.2, height: 0.1 },
};
/** Pixels of the face's picture. */
const stripeWidth = 10;

/** How much stripes stand out: the standard deviation of their brightness, 0 to 127. */
export interface Stripes {
  wall: number;
  shirt: number;
}

/** To be shown to a page as its camera. */
export function drawStripedFace(): Uint8Array {
  const pixels = drawFace('Ana Ruiz');
  for (const { left, top, width, height } of striped) {
    for (let y = Math.round(top * face.height); y < (top + height) * face.height; y += 1) {
      for (let x = Math.round(left * face.width); x < (left + width) * face.width; x += 1) {
        const light = Math.floor(x / stripeWidth) % 2 === 0 ? 225 : 40;
        pixels.fill(light, (y * face.width + x) * 4, (y * face.width + x) * 4 + 3);
      }
    }
  }
  return pixels;
}

/** Looks at every picture of every video that the page shows, from the first one on. Before the page is opened. */
export async function watchStripes(page: Page): Promise<void> {
  await page.addInitScript((areas) => {
    const seen: Stripes[] = [];
    Object.assign(window, { seenStripes: seen });
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 180 });
    const context = canvas.getContext('2d', { willReadFrequently: true });
    const contrast = ({ left, top, width, height }: Area) => {
      const data = context?.getImageData(left * 320, top * 180, width * 320, height * 180).data ?? [];
      const lights = Array.from({ length: data.length / 4 }, (_, at) => data[at * 4 + 1] ?? 0);
      const mean = lights.reduce((sum, light) => sum + light, 0) / lights.length;
      return Math.sqrt(lights.reduce((sum, light) => sum + (light - mean) ** 2, 0) / lights.length);
    };
    const watch = (video: HTMLVideoElement) => {
      video.requestVideoFrameCallback(() => {
        context?.drawImage(video, 0, 0, 320, 180);
        seen.push({ wall: contrast(areas.wall), shirt: contrast(areas.shirt) });
        watch(video);
      });
    };
    const watched = new WeakSet<HTMLVideoElement>();
    new MutationObserver(() => {
      for (const video of document.querySelectorAll('video')) {
        if (!watched.has(video)) watch(video);
        watched.add(video);
      }
    }).observe(document, { childList: true, subtree: true });
  }, areas);
}

/** Of all pictures that were shown since the last time. */
export function takeStripes(page: Page): Promise<Stripes[]> {
  return page.evaluate(() => (window as unknown as { seenStripes: Stripes[] }).seenStripes.splice(0));
}
