/** What it takes: a worker that computes and draws, pictures that can be handed to it, and a canvas that can be sent. */
const needed = ['WebAssembly', 'Worker', 'OffscreenCanvas', 'VideoFrame'];

/** Null where this browser can hide a background. */
export function whyNotHide(browser: object = globalThis): string | null {
  const canvas = 'HTMLCanvasElement' in browser ? (browser.HTMLCanvasElement as { prototype: object }) : null;
  const able = needed.every((name) => name in browser) && canvas && 'captureStream' in canvas.prototype;
  return able ? null : 'This browser cannot hide your background. A newer one can.';
}
