import { describe, expect, test } from 'vitest';
import { shapeScreen } from './shape-screen.ts';

describe(shapeScreen, () => {
  test('puts people beside the screen where it is wide, below where it is not', () => {
    expect(shapeScreen(1_200, 620)).toEqual({ side: 'right', strip: 240 });
    expect(shapeScreen(700, 500)).toEqual({ side: 'right', strip: 140 });
    expect(shapeScreen(600, 560)).toEqual({ side: 'below', strip: 140 });
    expect(shapeScreen(336, 420)).toEqual({ side: 'below', strip: 105 });
  });

  test('leaves the screen most of a small stage', () => {
    expect(shapeScreen(336, 200)).toEqual({ side: 'below', strip: 72 });
  });
});
