export interface GridShape {
  columns: number;
  rows: number;
  /** Pixels. */
  tileWidth: number;
  tileHeight: number;
}

/** Tiles are never wider than a camera's picture, and never taller than wide: faces would be cut off. */
const widest = 16 / 9;
const tallest = 1;
/** A stage from 3:2 on has no more rows than columns: people are looked for from side to side. */
const landscape = 3 / 2;

/** The arrangement of `count` tiles that uses a stage of `width` x `height` pixels best. */
export function shapeGrid(count: number, width: number, height: number, gap: number): GridShape {
  let best: GridShape = { columns: 1, rows: Math.max(1, count), tileWidth: 0, tileHeight: 0 };
  for (let columns = 1; columns <= count; columns += 1) {
    const rows = Math.ceil(count / columns);
    if (rows > columns && width >= height * landscape) continue;
    const cellWidth = Math.max(0, (width - gap * (columns - 1)) / columns);
    const cellHeight = Math.max(0, (height - gap * (rows - 1)) / rows);
    const tileWidth = Math.floor(Math.min(cellWidth, cellHeight * widest));
    const tileHeight = Math.floor(Math.min(cellHeight, cellWidth / tallest));
    if (worthOf(tileWidth, tileHeight) > worthOf(best.tileWidth, best.tileHeight)) {
      best = { columns, rows, tileWidth, tileHeight };
    }
  }
  return best;
}

/** Both the whole tile and the part that an uncropped 16:9 picture fills count. */
function worthOf(width: number, height: number): number {
  const picture = Math.min(width, height * widest);
  return width * height * picture * picture;
}
