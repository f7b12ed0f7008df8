import type { Backdrop, Blur } from './chosen-background.ts';
import { ownPicture } from './own-picture.ts';

type Wall = 'warm' | 'cool';
/** From where the light falls to the far corner. */
const walls: Record<Wall, [near: string, far: string]> = {
  warm: ['#f3e3cf', '#a9835f'],
  cool: ['#d5e6e6', '#52807f'],
};

/** Gives what stands behind the person: the same image as long as it is the same picture. */
export function createBackdropImages(): (backdrop: Exclude<Backdrop, Blur>) => Promise<HTMLImageElement> {
  let last: { address: string; image: Promise<HTMLImageElement> } | null = null;
  const addresses = { warm: drawWall('warm'), cool: drawWall('cool') };
  return (backdrop) => {
    // A plain wall until a picture of one's own is chosen.
    const address = backdrop === 'own' ? (ownPicture.get() ?? addresses.cool) : addresses[backdrop];
    if (last?.address !== address) last = { address, image: loadImage(address) };
    return last.image;
  };
}

async function loadImage(address: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = address;
  await image.decode();
  return image;
}

function drawWall(wall: Wall): string {
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws nothing.');
  const light = context.createRadialGradient(180, 40, 20, 180, 40, 620);
  light.addColorStop(0, walls[wall][0]);
  light.addColorStop(1, walls[wall][1]);
  context.fillStyle = light;
  context.fillRect(0, 0, canvas.width, canvas.height);
  return canvas.toDataURL();
}
