import { type RoomMetadata, roomMetadataSchema } from '../../../../lib/messages.ts';

/** The room's metadata, which only web can write; null when it cannot be read. */
export function readRoomMetadata(metadata: string | undefined): RoomMetadata | null {
  if (!metadata) return null;
  try {
    const parsed = roomMetadataSchema.safeParse(JSON.parse(metadata));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
