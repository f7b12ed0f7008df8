/** Calls at a steady rate, also while the page is hidden. Returns what ends it. */
export function startTicker(everyMs: number, onTick: () => void): () => void {
  const worker = new Worker(new URL('./ticker.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = onTick;
  worker.postMessage(everyMs);
  return () => worker.terminate();
}
