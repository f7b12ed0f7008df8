import { imageLimits, imageProblems, imageTypes } from '../../../../lib/board-messages.ts';

/** Pixels of the longer side: as large as Excalidraw shows one. */
const longest = 1_440;

/** Whether a file can be an image on the whiteboard; a sentence when it cannot. */
export function whyNoImage({ type, size }: Pick<File, 'type' | 'size'>): string | null {
  if (!imageTypes.some((each) => each === type)) return imageProblems.type;
  return size > imageLimits.bytes ? imageProblems.size : null;
}

/**
 * The image as it is stored: no larger than it is shown, and without what a camera wrote into it, such as the place.
 * Throws a sentence for what cannot be read.
 */
export async function prepareImage(file: File): Promise<Blob> {
  const problem = whyNoImage(file);
  if (problem) throw new Error(problem);
  const picture = await createImageBitmap(file).catch((cause) => {
    throw new Error('This file cannot be read as an image.', { cause });
  });
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const type = file.type === 'image/jpeg' ? 'image/jpeg' : 'image/png';
  const image = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, 0.9));
  if (!image) throw new Error('This image is too large to be drawn.');
  return image;
}
