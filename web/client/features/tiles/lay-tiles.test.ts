import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layTiles, mostInView, type Rect } from './lay-tiles.ts';
import { tilesInView } from './tiles-in-view.ts';

const desktop = { width: 1_240, height: 560, spotlight: false };
const phone = { width: 336, height: 460, spotlight: false };
const columnsOf = (places: Rect[]) => new Set(places.map(({ x }) => x)).size;
const seen = (places: Rect[], { width, height }: { width: number; height: number }) =>
  tilesInView(places, { left: 0, top: 0, width, height }).length;
const overlap = (a: Rect, b: Rect) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe(layTiles, () => {
  test('puts two beside each other, and above each other on a phone', () => {
    expect(columnsOf(layTiles({ ...desktop, count: 2 }).places)).toBe(2);
    expect(columnsOf(layTiles({ ...phone, count: 2 }).places)).toBe(1);
  });

  test('makes squares of 4, 9 and 16', () => {
    for (const side of [2, 3, 4]) {
      const { places, content } = layTiles({ ...desktop, count: side * side });
      expect(columnsOf(places)).toBe(side);
      expect(content).toEqual({ width: desktop.width, height: desktop.height });
    }
  });

  test('goes on below where there are more than 16', () => {
    const { places, content, axis } = layTiles({ ...desktop, count: 20 });
    expect([axis, columnsOf(places.slice(0, 16)), seen(places, desktop)]).toEqual(['y', 4, mostInView]);
    expect(content.width).toBe(desktop.width);
    expect(content.height).toBeGreaterThan(desktop.height);
  });

  test('keeps faces on a phone large enough to know them', () => {
    const { places } = layTiles({ ...phone, count: 16 });
    expect(columnsOf(places)).toBe(2);
    expect(seen(places, phone)).toBeLessThan(16);
  });

  test('scrolls a low strip sideways and a narrow one down', () => {
    expect(layTiles({ count: 12, width: 900, height: 120, spotlight: false }).axis).toBe('x');
    expect(layTiles({ count: 12, width: 180, height: 600, spotlight: false }).axis).toBe('y');
  });

  test('gives one most of the stage and the others a strip', () => {
    const { large, places } = layTiles({ ...desktop, count: 5, spotlight: true });
    expect(places).toHaveLength(4);
    expect(large?.width).toBeGreaterThan(desktop.width * 0.7);
    const below = layTiles({ ...phone, count: 5, spotlight: true });
    expect(below.places.every(({ y }) => y > (below.large?.height ?? 0))).toBe(true);
  });

  test('has no strip for one person, and nothing for nobody', () => {
    expect(layTiles({ ...desktop, count: 1, spotlight: true })).toMatchObject({ large: null });
    expect(layTiles({ ...desktop, count: 0 }).places).toEqual([]);
  });

  test('never lets tiles overlap or leave the content', () => {
    const scene = fc.record({
      count: fc.integer({ min: 1, max: 60 }),
      spotlight: fc.boolean(),
      width: fc.integer({ min: 150, max: 3_000 }),
      height: fc.integer({ min: 110, max: 2_000 }),
    });
    fc.assert(
      fc.property(scene, (given) => {
        const { large, places, content, axis } = layTiles(given);
        if (axis === 'y') expect(content.width).toBe(given.width);
        else expect(content.height).toBe(given.height);
        const all = large ? [large, ...places] : places;
        expect(all).toHaveLength(given.count);
        for (const [index, tile] of all.entries()) {
          expect(tile.x).toBeGreaterThanOrEqual(0);
          expect(tile.y).toBeGreaterThanOrEqual(0);
          expect(tile.x + tile.width).toBeLessThanOrEqual(content.width + 1);
          expect(tile.y + tile.height).toBeLessThanOrEqual(content.height + 1);
          expect(tile.width).toBeLessThanOrEqual(((tile.height + 1) * 16) / 9);
          for (const other of all.slice(index + 1)) expect(overlap(tile, other)).toBe(false);
        }
        if (!large) expect(seen(places, given)).toBeGreaterThan(0);
      }),
    );
  });
});
