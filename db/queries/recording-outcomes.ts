/** What came of a recording after it was over. */
import { and, eq, inArray } from 'drizzle-orm';
import type { Id } from '../../lib/ids.ts';
import { sumUpProblems } from '../../lib/recordings/sum-up-problems.ts';
import type { Db } from '../database.ts';
import { recordingFiles, recordings } from '../schema/recordings.ts';

const undelivered = 'The recorder did not deliver this sound in time.';

/** The sound of everyone is made without these files: each says why, and so does the recording. */
export async function noteUndelivered(
  db: Db,
  recordingId: Id<'rec'>,
  fileIds: readonly Id<'fil'>[],
): Promise<void> {
  if (fileIds.length === 0) return;
  await db.transaction(async (tx) => {
    await tx
      .update(recordingFiles)
      .set({ problem: undelivered })
      .where(and(eq(recordingFiles.recordingId, recordingId), inArray(recordingFiles.id, fileIds)));
    const files = await tx
      .select({ problem: recordingFiles.problem, durationMs: recordingFiles.durationMs })
      .from(recordingFiles)
      .where(eq(recordingFiles.recordingId, recordingId));
    await tx
      .update(recordings)
      .set({ problem: sumUpProblems(files) })
      .where(and(eq(recordings.id, recordingId), eq(recordings.problem, '')));
  });
}
