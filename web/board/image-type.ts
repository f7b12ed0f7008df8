import type { ImageType } from '../../lib/board-messages.ts';

/** What an image is by its first bytes; null for everything that a whiteboard does not take. */
export function imageTypeOf(content: Uint8Array): ImageType | null {
  const head = Buffer.from(content.buffer, content.byteOffset, Math.min(content.byteLength, 16));
  // PNG, 12.12; JPEG, T.81 B.1.1.3; GIF89a, 17; RFC 9649, 2.3
  if (head.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return 'image/png';
  if (head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  if (/^GIF8[79]a/.test(head.toString('latin1'))) return 'image/gif';
  const isRiff = head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP';
  return isRiff ? 'image/webp' : null;
}
