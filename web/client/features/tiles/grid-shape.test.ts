import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shapeGrid } from './grid-shape.ts';

describe(shapeGrid, () => {
  test('gives one person the whole stage, no wider than the picture', () => {
    expect(shapeGrid(1, 1600, 900, 12)).toMatchObject({ columns: 1, tileWidth: 1600, tileHeight: 900 });
    expect(shapeGrid(1, 2000, 900, 12)).toMatchObject({ tileWidth: 1600, tileHeight: 900 });
  });

  test('puts two people beside each other on a screen and above each other on a phone', () => {
    expect(shapeGrid(2, 850, 520, 12)).toMatchObject({ columns: 2, rows: 1 });
    expect(shapeGrid(2, 336, 420, 12)).toMatchObject({ columns: 1, rows: 2 });
  });

  test('makes a square of four', () => {
    expect(shapeGrid(4, 1280, 720, 12)).toMatchObject({ columns: 2, rows: 2 });
  });

  test('puts ten in rows of four on a wide stage, and below each other on a phone', () => {
    expect(shapeGrid(10, 852, 552, 12)).toMatchObject({ columns: 4, rows: 3 });
    expect(shapeGrid(10, 336, 640, 12)).toMatchObject({ columns: 2, rows: 5 });
  });

  test('has no size before the stage was measured', () => {
    expect(shapeGrid(3, 0, 0, 12)).toMatchObject({ tileWidth: 0, tileHeight: 0 });
  });

  test('always fits', () => {
    const size = fc.integer({ min: 0, max: 4_000 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), size, size, (count, width, height) => {
        const { columns, rows, tileWidth, tileHeight } = shapeGrid(count, width, height, 12);
        if (tileWidth === 0 || tileHeight === 0) return;
        expect(columns * rows).toBeGreaterThanOrEqual(count);
        expect(columns * tileWidth + (columns - 1) * 12).toBeLessThanOrEqual(width);
        expect(rows * tileHeight + (rows - 1) * 12).toBeLessThanOrEqual(height);
      }),
    );
  });
});
