import { gapPx, type Rect } from './lay-tiles.ts';

export interface Viewport {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Which places are seen, each by its index. */
export function tilesInView(places: readonly Rect[], view: Viewport): number[] {
  return placesWithin(places, view, { x: 0, y: 0 });
}

/** Which tiles are worth having: those in view, and the next in each direction, for who scrolls or tabs on. */
export function tilesToShow(places: readonly Rect[], view: Viewport): number[] {
  const [first] = places;
  return placesWithin(
    places,
    view,
    first ? { x: first.width + gapPx, y: first.height + gapPx } : { x: 0, y: 0 },
  );
}

function placesWithin(places: readonly Rect[], view: Viewport, margin: { x: number; y: number }): number[] {
  return places.flatMap(({ x, y, width, height }, index) => {
    const inRow = x < view.left + view.width + margin.x && x + width > view.left - margin.x;
    const inColumn = y < view.top + view.height + margin.y && y + height > view.top - margin.y;
    return inRow && inColumn ? [index] : [];
  });
}
