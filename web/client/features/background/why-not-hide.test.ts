import { describe, expect, test } from 'vitest';
import { whyNotHide } from './why-not-hide.ts';

class Canvas {
  captureStream() {}
}
const able = { WebAssembly, Worker: 1, OffscreenCanvas: 1, VideoFrame: 1, HTMLCanvasElement: Canvas };

describe(whyNotHide, () => {
  test('finds nothing in a browser that has all it takes', () => {
    expect(whyNotHide(able)).toBeNull();
  });

  test.each(Object.keys(able))('says so without %s', (missing) => {
    const rest = Object.fromEntries(Object.entries(able).filter(([name]) => name !== missing));
    expect(whyNotHide(rest)).toMatch(/cannot hide/);
  });

  test('says so where a canvas cannot be sent', () => {
    expect(whyNotHide({ ...able, HTMLCanvasElement: class {} })).toMatch(/cannot hide/);
  });
});
