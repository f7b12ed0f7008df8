import { type GridShape, shapeGrid } from './grid-shape.ts';

/** Pixels. */
export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface TileLayout {
  /** The tile that stays where it is while the others scroll; null where all are equal. */
  large: Rect | null;
  /** The other tiles in their order, from the corner of the content. */
  places: Rect[];
  /** Where the others are on the stage. */
  area: Rect;
  /** What is scrolled; as large as the stage where everything fits. */
  content: { width: number; height: number };
  /** Which way the tiles go on where they do not fit. */
  axis: 'x' | 'y';
}

interface TileScene {
  /** All tiles, the large one among them. */
  count: number;
  spotlight: boolean;
  /** Of the stage. */
  width: number;
  height: number;
}

/** More faces than 4 x 4 are too small to read on a laptop, and too many pictures for its decoder. */
export const mostInView = 16;
export const gapPx = 12;
/** A face and a name can be read in this. */
const least = { width: 128, height: 90 };
/** For the scroll bar beside or below tiles that do not fit. */
const scrollBarPx = 12;

/** Where each tile is on a stage: all equal, or one large with the others in a strip beside or below it. */
export function layTiles({ count, spotlight, width, height }: TileScene): TileLayout {
  if (!spotlight || count < 2) return layGrid(count, { x: 0, y: 0, width, height });
  const { large, strip } = divideForStrip(width, height);
  return { ...layGrid(count - 1, strip), large: centre(large) };
}

function layGrid(count: number, area: Rect): TileLayout {
  const fits = fitTiles(count, area.width, area.height);
  const axis = fits.rows === 1 && fits.columns > 1 ? 'x' : 'y';
  const overflows = fits.columns * fits.rows < count;
  if (!overflows) return { large: null, axis, area, ...placeTiles(count, fits, area) };
  const shape = fits.columns === 1 || axis === 'x' ? fillLine(count, axis, area) : leaveRoom(fits, area);
  const rows = Math.ceil(count / shape.columns);
  return { large: null, axis, area, ...placeTiles(count, { ...shape, rows }, area) };
}

/** One line of tiles as wide as the strip that they are in. */
function fillLine(count: number, axis: 'x' | 'y', { width, height }: Rect): GridShape {
  const { tileWidth, tileHeight } =
    axis === 'x'
      ? shapeGrid(1, width, Math.min(height, width * (9 / 16)) - scrollBarPx, gapPx)
      : shapeGrid(1, width - scrollBarPx, (width - scrollBarPx) * (9 / 16), gapPx);
  return { columns: axis === 'x' ? count : 1, rows: 1, tileWidth, tileHeight };
}

/** The same columns, with the scroll bar beside them. */
function leaveRoom(shape: GridShape, { width }: Rect): GridShape {
  const roomEach = Math.floor((width - scrollBarPx + gapPx) / shape.columns) - gapPx;
  const tileWidth = Math.min(shape.tileWidth, roomEach);
  return { ...shape, tileWidth, tileHeight: Math.min(shape.tileHeight, tileWidth) };
}

/** As many tiles as can be seen at once. */
function fitTiles(count: number, width: number, height: number): GridShape {
  const leastWidth = Math.min(least.width, width);
  const leastHeight = Math.min(least.height, height);
  for (let inView = Math.min(count, mostInView); inView > 1; inView -= 1) {
    const shape = shapeGrid(inView, width, height, gapPx);
    if (shape.tileWidth >= leastWidth && shape.tileHeight >= leastHeight) return shape;
  }
  return shapeGrid(Math.min(1, count), width, height, gapPx);
}

/** Rows in the middle of the area, the last one too; from its beginning where they do not fit. */
function placeTiles(count: number, shape: GridShape, area: Rect): Pick<TileLayout, 'places' | 'content'> {
  const { columns, rows, tileWidth, tileHeight } = shape;
  const length = (tiles: number, each: number) => Math.max(0, tiles * (each + gapPx) - gapPx);
  const height = length(rows, tileHeight);
  const top = area.y + Math.max(0, (area.height - height) / 2);
  const places = Array.from({ length: count }, (_, index): Rect => {
    const row = Math.floor(index / columns);
    const inRow = Math.min(columns, count - row * columns);
    const left = area.x + Math.max(0, (area.width - length(inRow, tileWidth)) / 2);
    return {
      x: Math.round(left + (index % columns) * (tileWidth + gapPx)),
      y: Math.round(top + row * (tileHeight + gapPx)),
      width: tileWidth,
      height: tileHeight,
    };
  });
  const content = {
    width: Math.max(area.x + area.width, area.x + length(Math.min(columns, count), tileWidth)),
    height: Math.max(area.y + area.height, area.y + height),
  };
  return { places, content };
}

/** The strip stands at the right of a wide stage, and at the bottom of another. */
function divideForStrip(width: number, height: number): { large: Rect; strip: Rect } {
  if (width >= 560 && width > height * 1.3) {
    const strip = clamp(width * 0.2, 128, 240);
    const x = width - strip;
    return { large: { x: 0, y: 0, width: x - gapPx, height }, strip: { x, y: 0, width: strip, height } };
  }
  const strip = clamp(height * 0.25, 84, 160);
  const y = height - strip;
  return { large: { x: 0, y: 0, width, height: y - gapPx }, strip: { x: 0, y, width, height: strip } };
}

function centre(area: Rect): Rect {
  const { tileWidth, tileHeight } = shapeGrid(1, area.width, area.height, gapPx);
  return {
    x: Math.round(area.x + (area.width - tileWidth) / 2),
    y: Math.round(area.y + (area.height - tileHeight) / 2),
    width: tileWidth,
    height: tileHeight,
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.round(Math.min(most, Math.max(least, value)));
}
