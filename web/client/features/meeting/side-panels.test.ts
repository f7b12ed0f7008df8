import { describe, expect, test } from 'vitest';
import { closeSide, openSide } from './side-panels.ts';

describe(openSide, () => {
  test('lets the oldest make room', () => {
    expect(openSide(['transcript', 'ask'], 'people', 2)).toEqual(['ask', 'people']);
    expect(openSide(['transcript'], 'ask', 1)).toEqual(['ask']);
  });

  test('opens one also where it is a sheet, and none twice', () => {
    expect(openSide([], 'ask', 0)).toEqual(['ask']);
    expect(openSide(['ask', 'transcript'], 'ask', 2)).toEqual(['transcript', 'ask']);
  });
});

describe(closeSide, () => {
  test('leaves the others', () => {
    expect(closeSide(['transcript', 'ask'], 'ask')).toEqual(['transcript']);
  });
});
