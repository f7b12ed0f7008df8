import { imageLimits, imageProblems, imageTypes } from '../../../../lib/board-messages.ts';
import { fitInto } from './fit-into.ts';

/** Pixels of the longer side: as large as Excalidraw shows one. */
const longest = 1_440;

/** Whether a file can be an image on the whiteboard; a sentence when it cannot. */
export function whyNoImage({ type, size }: Pick<File, 'type' | 'size'>): string | null {
  if (!imageTypes.some((each) => each === type)) return imageProblems.type;
  return size > imageLimits.bytes ? imageProblems.size : null;
}

/** In pixels. */
export interface PreparedImage {
  image: Blob;
  width: number;
  height: number;
}

/**
 * The image as it is stored: no larger than it is shown, and without what a camera wrote into it, such as the place.
 * Throws a sentence for what cannot be read.
 */
export async function prepareImage(file: File): Promise<PreparedImage> {
  const problem = whyNoImage(file);
  if (problem) throw new Error(problem);
  const picture = await createImageBitmap(file).catch((cause) => {
    throw new Error('This file cannot be read as an image.', { cause });
  });
  const size = fitInto(picture, { width: longest, height: longest });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(size.width));
  canvas.height = Math.max(1, Math.round(size.height));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const type = file.type === 'image/jpeg' ? 'image/jpeg' : 'image/png';
  const image = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, 0.9));
  if (!image) throw new Error('This image is too large to be drawn.');
  return { image, width: canvas.width, height: canvas.height };
}
