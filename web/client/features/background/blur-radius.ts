import type { Blur } from './chosen-background.ts';

/** Of the height of a picture. Slight: a title on a book cannot be read; strong: it is no longer a book. */
const shares: Record<Blur, number> = { slight: 1 / 60, strong: 1 / 24 };

/** The standard deviation of the blur, in pixels of a picture of this height: it looks the same in any size. */
export function blurRadius(blur: Blur, height: number): number {
  return Math.max(1, Math.round(height * shares[blur]));
}
