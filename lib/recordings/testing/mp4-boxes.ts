/** The boxes of an MP4 file, without a picture in them. */
export function mp4Box(type: string, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const header = Buffer.alloc(8);
  header.writeUInt32BE(8 + body.length, 0);
  header.write(type, 4, 'latin1');
  return Buffer.concat([header, body]);
}

/** `long`: with times of 64 bits. */
export function movieHeader(durationMs: number, { long = false, timescale = 1_000 } = {}): Buffer {
  const header = Buffer.alloc(long ? 112 : 100);
  const duration = Math.round((durationMs * timescale) / 1_000);
  header.writeUInt8(long ? 1 : 0, 0);
  header.writeUInt32BE(timescale, long ? 20 : 12);
  if (long) header.writeBigUInt64BE(BigInt(duration), 24);
  else header.writeUInt32BE(duration, 16);
  return mp4Box('mvhd', header);
}

/** As LiveKit Egress writes it: the movie box behind the data. */
export function mp4File(durationMs: number): Buffer {
  const data = mp4Box('mdat', Buffer.alloc(1_000));
  return Buffer.concat([mp4Box('ftyp', Buffer.from('isom')), data, mp4Box('moov', movieHeader(durationMs))]);
}
