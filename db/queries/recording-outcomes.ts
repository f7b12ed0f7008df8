/** What came of recordings after they were over, and what their meeting says of them. */
import { and, asc, count, eq, inArray, sql } from 'drizzle-orm';
import type { Id, MeetingId } from '../../lib/ids.ts';
import { judgeSecondPass, judgeSound, type RecordingOutcome } from '../../lib/recordings/judge-recordings.ts';
import { sumUpProblems } from '../../lib/recordings/sum-up-problems.ts';
import type { Db, Tx } from '../database.ts';
import { recordingFiles, recordings } from '../schema/recordings.ts';
import { addedLines, lineRevisions, recordingParts } from '../schema/revisions.ts';
import { lockMeeting } from './meetings.ts';
import { setStage } from './stages.ts';

/** Says in the meeting how far the sound and the second pass of all its recordings are. */
export function settleRecordings(
  db: Tx,
  meetingId: MeetingId,
  { canTranscribe }: { canTranscribe: boolean },
): Promise<void> {
  return db.transaction(async (tx) => {
    // Two recordings that are done at the same moment see each other.
    if (!(await lockMeeting(tx, meetingId))) return;
    const outcomes = await listOutcomes(tx, meetingId);
    const sound = judgeSound(outcomes);
    await setStage(tx, meetingId, 'recording', sound.state, sound.message);
    const of = (table: typeof recordingParts | typeof addedLines) => eq(table.meetingId, meetingId);
    const byRecording = and(eq(lineRevisions.meetingId, meetingId), eq(lineRevisions.source, 'recording'));
    const pass = judgeSecondPass(outcomes, {
      canTranscribe,
      parts: await tx.$count(recordingParts, of(recordingParts)),
      revised: await tx.$count(lineRevisions, byRecording),
      added: await tx.$count(addedLines, of(addedLines)),
    });
    await setStage(tx, meetingId, 'revision', pass.state, pass.message);
  });
}

async function listOutcomes(tx: Tx, meetingId: MeetingId): Promise<RecordingOutcome[]> {
  const rows = await tx
    .select({
      status: recordings.status,
      problem: recordings.problem,
      untranscribed: recordings.untranscribed,
      mixDurationMs: recordings.mixDurationMs,
      mixGivenUpAt: recordings.mixGivenUpAt,
      files: count(recordingFiles.id),
    })
    .from(recordings)
    .leftJoin(
      recordingFiles,
      and(eq(recordingFiles.recordingId, recordings.id), sql`${recordingFiles.durationMs} > 0`),
    )
    .where(eq(recordings.meetingId, meetingId))
    .groupBy(recordings.id)
    .orderBy(asc(recordings.requestedAt));
  return rows.map(({ mixDurationMs, mixGivenUpAt, ...row }) => ({
    ...row,
    mix: mixOf(mixDurationMs, mixGivenUpAt),
  }));
}

function mixOf(durationMs: number | null, givenUpAt: Date | null): RecordingOutcome['mix'] {
  if (durationMs !== null) return 'made';
  return givenUpAt === null ? 'due' : 'given_up';
}

/** There will be no sound of everyone; `problem` says why, where nothing else does. */
export async function giveUpMix(db: Tx, id: Id<'rec'>, problem: string): Promise<void> {
  await db
    .update(recordings)
    .set({ mixGivenUpAt: sql`now()`, problem: sql`coalesce(nullif(${recordings.problem}, ''), ${problem})` })
    .where(eq(recordings.id, id));
}

/** The second pass of a recording is over; so many of its files could not be transcribed. */
export async function noteSecondPass(tx: Tx, id: Id<'rec'>, untranscribed: number): Promise<void> {
  await tx.update(recordings).set({ untranscribed }).where(eq(recordings.id, id));
}

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
