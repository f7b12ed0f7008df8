/** What a browser has as its camera and shares as its screen, instead of Chromium's test picture. */
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { face } from '../draw-face.ts';

/** Before the page is opened. The camera sees one picture, as `drawFace` makes them; the microphone is silent. */
export async function fakeMedia(page: Page, seen: Uint8Array): Promise<void> {
  const camera = sharp(seen, { raw: { ...face, channels: 4 } }).resize(640, 360);
  const pictures = {
    camera: toDataUrl(await camera.png().toBuffer()),
    screen: toDataUrl(await sharp(Buffer.from(slide)).png().toBuffer()),
  };
  await page.addInitScript(({ camera, screen }) => {
    const film = async (address: string) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      const draw = () => canvas.getContext('2d')?.drawImage(image, 0, 0);
      draw();
      setInterval(draw, 500);
      return canvas.captureStream(2).getVideoTracks();
    };
    const silence = () => new AudioContext().createMediaStreamDestination().stream.getAudioTracks();
    const devices = navigator.mediaDevices;
    devices.getUserMedia = async ({ audio, video } = {}) =>
      new MediaStream([...(video ? await film(camera) : []), ...(audio ? silence() : [])]);
    devices.getDisplayMedia = async () => new MediaStream(await film(screen));
  }, pictures);
}

const toDataUrl = (png: Buffer) => `data:image/png;base64,${png.toString('base64')}`;

const weeks = [38, 47, 43, 60, 73, 71, 88];

const slide = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="720" font-family="Liberation Sans, Arial, sans-serif">
  <rect width="1280" height="720" fill="#fff"/><rect width="1280" height="12" fill="#0f766e"/>
  <text x="80" y="120" font-size="48" font-weight="700" fill="#17201d">Mobile release: where we are</text>
  ${['One critical bug is left: refunds', 'Testers: 41 of 56 scripts done', 'Launch: second week of March']
    .map(
      (line, at) =>
        `<circle cx="94" cy="${196 + at * 56}" r="7" fill="#0f766e"/><text x="120" y="${206 + at * 56}" font-size="30" fill="#4a5651">${line}</text>`,
    )
    .join('')}
  ${weeks
    .map(
      (value, at) =>
        `<rect x="${96 + at * 92}" y="${660 - value * 3}" width="60" height="${value * 3}" fill="${at === weeks.length - 1 ? '#0f766e' : '#9fd1c7'}"/><text x="${126 + at * 92}" y="692" font-size="20" text-anchor="middle" fill="#4a5651">W${4 + at}</text>`,
    )
    .join('')}
  <text x="770" y="692" font-size="20" fill="#4a5651">Scripts passed, percent</text>
</svg>`;
