import { limits, type RoomMetadata, roomMetadataSchema } from '../lib/messages.ts';

export type ParsedMetadata = { ok: true; metadata: RoomMetadata } | { ok: false; reason: string };

/** Reads room metadata; says in one sentence why it cannot be used. */
export function parseRoomMetadata(text: string | undefined): ParsedMetadata {
  if (!text) return { ok: false, reason: 'the room has no metadata' };
  if (Buffer.byteLength(text) > limits.roomMetadata) {
    return { ok: false, reason: `the metadata has more than ${limits.roomMetadata} bytes` };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, reason: 'the metadata is not JSON' };
  }
  const parsed = roomMetadataSchema.safeParse(value);
  if (parsed.success) return { ok: true, metadata: parsed.data };
  const [issue] = parsed.error.issues;
  return { ok: false, reason: `the metadata does not fit: ${issue?.path.join('.')}: ${issue?.message}` };
}
