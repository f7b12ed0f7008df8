/** The two packets before the sound of an Ogg/Opus stream (RFC 7845, 5). */

interface OpusHead {
  /** Samples at 48 kHz at the beginning that a player drops. */
  preSkip: number;
  /** Of what was encoded; players may ignore it. */
  sampleRate: number;
}

/** RFC 7845, 5.1: one channel, no gain, mapping family 0. */
export function opusHead({ sampleRate, preSkip }: OpusHead): Uint8Array {
  const head = Buffer.alloc(19);
  head.write('OpusHead', 0, 'latin1');
  head[8] = 1;
  head[9] = 1;
  head.writeUInt16LE(preSkip, 10);
  head.writeUInt32LE(sampleRate, 12);
  return head;
}

/** Null for what is no such packet. */
export function readOpusHead(packet: Uint8Array | undefined): OpusHead | null {
  if (!packet || packet.length < 19) return null;
  const head = Buffer.from(packet);
  if (head.toString('latin1', 0, 8) !== 'OpusHead') return null;
  return { preSkip: head.readUInt16LE(10), sampleRate: head.readUInt32LE(12) };
}

/** RFC 7845, 5.2: who wrote it, and no comments. */
export function opusTags(): Uint8Array {
  const vendor = Buffer.from('parley');
  const tags = Buffer.alloc(8 + 4 + vendor.length + 4);
  tags.write('OpusTags', 0, 'latin1');
  tags.writeUInt32LE(vendor.length, 8);
  vendor.copy(tags, 12);
  return tags;
}
