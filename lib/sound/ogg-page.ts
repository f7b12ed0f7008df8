/** Pages of an Ogg stream (RFC 3533), as far as one Opus stream in one file needs them. */

export interface OggPage {
  /** Packets that begin and end in this page: what is written here never spans pages. */
  packets: Uint8Array[];
  /** Samples at 48 kHz up to the end of this page, pre-skip included (RFC 7845, 4). */
  granule: bigint;
  serial: number;
  sequence: number;
  first: boolean;
  last: boolean;
}

const headerBytes = 27;
/** Segments of a page; a packet of n bytes takes floor(n / 255) + 1 of them. */
export const maxSegments = 255;

export function segmentsOf(packet: Uint8Array): number {
  return Math.floor(packet.length / 255) + 1;
}

/** Throws `RangeError` when the packets do not fit into one page. */
export function writeOggPage({ packets, granule, serial, sequence, first, last }: OggPage): Uint8Array {
  const lacing = packets.flatMap((packet) => [
    ...Array.from({ length: segmentsOf(packet) - 1 }, () => 255),
    packet.length % 255,
  ]);
  if (lacing.length > maxSegments) throw new RangeError(`${lacing.length} segments do not fit into one page`);
  const page = Buffer.alloc(
    headerBytes + lacing.length + packets.reduce((sum, each) => sum + each.length, 0),
  );
  page.write('OggS', 0, 'latin1');
  page[5] = (first ? 2 : 0) | (last ? 4 : 0);
  page.writeBigInt64LE(granule, 6);
  page.writeUInt32LE(serial, 14);
  page.writeUInt32LE(sequence, 18);
  page[26] = lacing.length;
  page.set(lacing, headerBytes);
  let at = headerBytes + lacing.length;
  for (const packet of packets) {
    page.set(packet, at);
    at += packet.length;
  }
  page.writeUInt32LE(crc(page), 22);
  return page;
}

/**
 * The page at `offset` and where the next one begins; null when there is no whole, intact page there (a file that
 * was cut off, or is damaged).
 */
export function readOggPage(bytes: Buffer, offset: number): { page: OggPage; next: number } | null {
  const lacingAt = offset + headerBytes;
  if (bytes.length < lacingAt || bytes.toString('latin1', offset, offset + 4) !== 'OggS') return null;
  const packetsAt = lacingAt + (bytes[offset + 26] ?? 0);
  if (bytes.length < packetsAt) return null;
  const lacing = bytes.subarray(lacingAt, packetsAt);
  const next = packetsAt + lacing.reduce((sum, length) => sum + length, 0);
  if (bytes.length < next) return null;
  const zeroed = Buffer.from(bytes.subarray(offset, next));
  zeroed.writeUInt32LE(0, 22);
  if (crc(zeroed) !== bytes.readUInt32LE(offset + 22)) return null;
  const flags = bytes[offset + 5] ?? 0;
  return {
    page: {
      packets: splitPackets(bytes.subarray(packetsAt, next), lacing),
      granule: bytes.readBigInt64LE(offset + 6),
      serial: bytes.readUInt32LE(offset + 14),
      sequence: bytes.readUInt32LE(offset + 18),
      first: (flags & 2) !== 0,
      last: (flags & 4) !== 0,
    },
    next,
  };
}

/** A packet that goes on in the next page is left out: recorders of speech do not write such. */
function splitPackets(body: Uint8Array, lacing: Uint8Array): Uint8Array[] {
  const packets: Uint8Array[] = [];
  let start = 0;
  let end = 0;
  for (const length of lacing) {
    end += length;
    if (length === 255) continue;
    packets.push(body.subarray(start, end));
    start = end;
  }
  return packets;
}

/** CRC-32 with polynomial 0x04c11db7, not reflected, without final inversion (RFC 3533, 6). */
const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index << 24;
  for (let bit = 0; bit < 8; bit++) value = value & 0x80000000 ? (value << 1) ^ 0x04c11db7 : value << 1;
  return value >>> 0;
});

function crc(bytes: Uint8Array): number {
  let value = 0;
  for (const byte of bytes) value = ((value << 8) ^ (crcTable[((value >>> 24) ^ byte) & 0xff] ?? 0)) >>> 0;
  return value;
}
