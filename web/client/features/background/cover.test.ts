import { expect, test } from 'vitest';
import { cover } from './cover.ts';

const frame = { width: 1280, height: 720 };

test('of a wide picture the sides are cut, of a tall one top and bottom', () => {
  expect(cover({ width: 4000, height: 1000 }, frame)).toMatchObject({ top: 0, height: 1000 });
  expect(cover({ width: 4000, height: 1000 }, frame).left).toBeCloseTo((4000 - 1000 * (16 / 9)) / 2);
  expect(cover({ width: 900, height: 1600 }, frame)).toMatchObject({ left: 0, width: 900 });
  expect(cover({ width: 900, height: 1600 }, frame).top).toBeCloseTo((1600 - 900 * (9 / 16)) / 2);
});

test('of the same shape all of it is taken, also when it is small', () => {
  expect(cover({ width: 320, height: 180 }, frame)).toEqual({ left: 0, top: 0, width: 320, height: 180 });
});
