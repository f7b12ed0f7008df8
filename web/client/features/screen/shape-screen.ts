export interface ScreenShape {
  /** Where people stand: at the right of the screen, or below it. */
  side: 'right' | 'below';
  /** Pixels, of their width or height. */
  strip: number;
}

/** Divides a stage of `width` x `height` pixels between a shared screen and the people. */
export function shapeScreen(width: number, height: number): ScreenShape {
  const isWide = width >= 560 && width > height * 1.3;
  return isWide
    ? { side: 'right', strip: clamp(width * 0.2, 120, 240) }
    : { side: 'below', strip: clamp(height * 0.25, 72, 160) };
}

function clamp(value: number, least: number, most: number): number {
  return Math.round(Math.min(most, Math.max(least, value)));
}
