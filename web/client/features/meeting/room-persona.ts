import { type Persona, roomMetadataSchema } from '../../../../lib/messages.ts';

/** The AI participant as the room's metadata has it, which only web can write; null when it cannot be read. */
export function readRoomPersona(metadata: string | undefined): Persona | null {
  if (!metadata) return null;
  try {
    const parsed = roomMetadataSchema.safeParse(JSON.parse(metadata));
    return parsed.success ? parsed.data.persona : null;
  } catch {
    return null;
  }
}
