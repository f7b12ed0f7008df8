import { describe, expect, test } from 'vitest';
import { layTiles } from './lay-tiles.ts';
import { tilesInView, tilesToShow } from './tiles-in-view.ts';

const stage = { width: 1_240, height: 560 };
const { places } = layTiles({ ...stage, count: 100, spotlight: false });
const at = (top: number) => ({ left: 0, top, ...stage });

describe(tilesInView, () => {
  test('counts what is seen, now and after scrolling', () => {
    expect(tilesInView(places, at(0))).toEqual(Array.from({ length: 16 }, (_, index) => index));
    expect(tilesInView(places, at(places[4]?.y ?? 0))[0]).toBe(4);
  });
});

describe(tilesToShow, () => {
  test('goes a little beyond what is seen, however many there are', () => {
    const shown = tilesToShow(places, at(1_500));
    const seen = tilesInView(places, at(1_500));
    expect(shown).toEqual(expect.arrayContaining(seen));
    expect(shown.length).toBeGreaterThan(seen.length);
    expect(shown.length).toBeLessThanOrEqual(32);
  });

  test('is nothing where nobody is', () => {
    expect(tilesToShow([], at(0))).toEqual([]);
  });
});
