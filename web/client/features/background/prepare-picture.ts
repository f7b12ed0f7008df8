import { cover } from './cover.ts';

/** As large as a camera's picture usually is; about 200 KB, of the 5 MB that a browser keeps for a site. */
const frame = { width: 1280, height: 720 };

/** A file as it is kept and drawn: a JPEG as a data URL. Throws a sentence for what cannot be read. */
export async function preparePicture(file: Blob): Promise<string> {
  const picture = await createImageBitmap(file).catch((cause) => {
    throw new Error('This file cannot be read as a picture.', { cause });
  });
  const canvas = Object.assign(document.createElement('canvas'), frame);
  const { left, top, width, height } = cover(picture, frame);
  canvas.getContext('2d')?.drawImage(picture, left, top, width, height, 0, 0, frame.width, frame.height);
  picture.close();
  return canvas.toDataURL('image/jpeg', 0.85);
}
