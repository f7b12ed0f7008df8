import { createRequire } from 'node:module';

/**
 * rtc-node logs every connection to standard output at a level that follows NODE_ENV alone, and does not export
 * its logger (`dist/log.cjs` of 0.13.35). Reports are read there, so only its warnings may appear.
 */
export function quietLiveKit(): void {
  const require = createRequire(import.meta.url);
  const file = require.resolve('@livekit/rtc-node').replace(/index\.cjs$/, 'log.cjs');
  const { log }: { log: { level: string } } = require(file);
  log.level = 'warn';
}
