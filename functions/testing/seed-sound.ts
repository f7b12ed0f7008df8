import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Database } from '../../db/database.ts';
import { type Recording, storeFiles } from '../../db/queries/recordings.ts';
import { createId, type Id, type ParticipantId } from '../../lib/ids.ts';
import { createOpusWriter } from '../../lib/sound/opus-writer.ts';

export interface SeededSound {
  fileId: Id<'fil'>;
  /** Below the folder of recordings. */
  location: string;
  /** Puts a tone of that length there. */
  deliver(folder: string): Promise<void>;
}

/** A closed file of one person, of which the store has nothing yet. */
export async function seedSound(
  { db }: Pick<Database, 'db'>,
  recording: Recording,
  {
    participantId,
    firstSampleAtMs,
    durationMs,
  }: { participantId: ParticipantId; firstSampleAtMs: number; durationMs: number },
): Promise<SeededSound> {
  const fileId = createId('fil');
  const location = `${recording.meetingId}/${recording.id}/${participantId}-${fileId}.ogg`;
  await storeFiles(db, recording, [
    { id: fileId, participantId, location, firstSampleAtMs, durationMs, bytes: 1, closed: true },
  ]);
  return {
    fileId,
    location,
    async deliver(folder) {
      const file = join(folder, location);
      await mkdir(dirname(file), { recursive: true });
      const writer = await createOpusWriter({ file, sampleRate: 16_000 });
      await writer.write(
        Int16Array.from({ length: durationMs * 16 }, (_, sample) => 8_000 * Math.sin(sample / 9)),
      );
      await writer.close();
    },
  };
}
