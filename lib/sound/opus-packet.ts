/** Length of the frames of each configuration, in samples at 48 kHz (RFC 6716, 3.1, table 2). */
const silk = [480, 960, 1_920, 2_880];
const hybrid = [480, 960];
const celt = [120, 240, 480, 960];

/** How much sound an Opus packet holds, in samples at 48 kHz, by its first bytes (RFC 6716, 3.1 and 3.2). 0 for an empty one. */
export function packetSamples(packet: Uint8Array): number {
  const toc = packet[0];
  if (toc === undefined) return 0;
  return frameSamples(toc >> 3) * frameCount(toc & 3, packet[1] ?? 0);
}

function frameSamples(config: number): number {
  if (config < 12) return silk[config & 3] ?? 0;
  if (config < 16) return hybrid[config & 1] ?? 0;
  return celt[config & 3] ?? 0;
}

function frameCount(code: number, second: number): number {
  if (code === 0) return 1;
  return code === 3 ? second & 63 : 2;
}
