/**
 * rtc-node logs every connection to standard output at a level that follows NODE_ENV alone, and does not export
 * its logger. Reports are read there, so only its warnings may appear.
 */
export async function quietLiveKit(): Promise<void> {
  const module: { log?: { level: string } } = await import(
    new URL('./log.js', import.meta.resolve('@livekit/rtc-node')).href
  );
  if (module.log) module.log.level = 'warn';
}
