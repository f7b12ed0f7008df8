/** The rows that are rendered, of a list that may have ten thousand: from `start` up to `end`, without `end`. */
export interface RowWindow {
  start: number;
  end: number;
}

/** More than any screen shows; with at most 14 elements a row it keeps a transcript below 1,500 elements. */
const windowRows = 100;
/** Rows that a window moves by when somebody scrolls to its edge: half of them stay where they are. */
const stepRows = windowRows / 2;

function windowFrom(start: number, rows: number): RowWindow {
  const first = Math.max(0, Math.min(start, rows - windowRows));
  return { start: first, end: Math.min(rows, first + windowRows) };
}

/** The newest rows. */
export function newestRows(rows: number): RowWindow {
  return windowFrom(rows - windowRows, rows);
}

export function rowsAround(row: number, rows: number): RowWindow {
  return windowFrom(row - stepRows, rows);
}

export function earlierRows({ start }: RowWindow, rows: number): RowWindow {
  return windowFrom(start - stepRows, rows);
}

export function laterRows({ start }: RowWindow, rows: number): RowWindow {
  return windowFrom(start + stepRows, rows);
}
