import type { Db, Tx } from '../db/database.ts';
import { findMeeting, lockMeeting } from '../db/queries/meetings.ts';
import { enqueueEvent } from '../db/queries/outbox.ts';
import { listFiles } from '../db/queries/recordings.ts';
import {
  type AddedLine,
  listAddedLines,
  listParts,
  listSpokenLines,
  replaceRecordedText,
} from '../db/queries/revisions.ts';
import { setStage } from '../db/queries/stages.ts';
import type { LineRef } from '../lib/assistant-messages.ts';
import type { Id, MeetingId } from '../lib/ids.ts';
import type { StageState } from '../lib/summary.ts';
import type { FunctionContext } from './context.ts';
import { recordingFinished } from './events.ts';
import { headStart } from './head-start.ts';
import { numberAddedLines } from './transcribe/number-added-lines.ts';
import { reviseLines } from './transcribe/revise-lines.ts';
import { cutStoredFile, transcribeStoredPiece } from './transcribe/transcribe-stored.ts';
import { createWhisperClient } from './transcribe/whisper-client.ts';

/** Lines of a meeting that are revised: a day of talk has about 20,000. */
const maxLines = 100_000;

export function createTranscribeRecording({
  inngest,
  database: { db },
  recordings,
  logger,
}: FunctionContext) {
  return inngest.createFunction(
    {
      id: 'transcribe-recording',
      triggers: [recordingFinished],
      // A server that is started anew loads its weights for minutes; a restart of a busy one takes longer.
      retries: 20,
      concurrency: { limit: 2 },
      idempotency: 'event.data.recordingId',
      onFailure: async ({ event, step }) => {
        const { meetingId } = recordingFinished.schema.parse(event.data.event.data);
        await step.run('say-so', () => setStage(db, meetingId, 'revision', 'failed', gaveUp));
      },
    },
    async ({ event, step }) => {
      const { meetingId, recordingId } = event.data;
      const fileIds = await step.run('begin-revision', () =>
        beginRevision(db, { meetingId, recordingId, canTranscribe: recordings.whisper !== null }),
      );
      if (!recordings.whisper || fileIds.length === 0) return { files: 0, parts: 0 };
      await step.sleep('let-the-summary-go-first', headStart);
      const whisper = createWhisperClient(recordings.whisper);
      let parts = 0;
      const failed = new Set<string>();
      const say = (fileId: string) => (error: unknown) => {
        failed.add(fileId);
        logger.error({ err: error, meetingId, recordingId, fileId }, 'file not transcribed');
      };
      for (const fileId of fileIds) {
        const pieces = await step
          .run(`cut-${fileId}`, () => cutStoredFile(db, { meetingId, fileId, store: recordings.store }))
          .catch(say(fileId));
        for (const [number, piece] of (pieces ?? []).entries()) {
          if (failed.has(fileId)) break;
          const heard = await step
            .run(`transcribe-${fileId}-${number}`, () =>
              transcribeStoredPiece(db, { meetingId, fileId, number, piece }, { ...recordings, whisper }),
            )
            .catch(say(fileId));
          parts += heard ?? 0;
        }
      }
      const revised = await step.run('revise-transcript', () =>
        reviseAndTell(db, { meetingId, recordingId, files: fileIds.length, failed: failed.size, parts }),
      );
      logger.info(
        { meetingId, recordingId, files: fileIds.length, parts, ...revised },
        'recording transcribed',
      );
      return { files: fileIds.length, parts };
    },
  );
}

const gaveUp = 'Speech to text of the recording did not work. The words stay as they were heard live.';

/** Files of the recording that have something to transcribe; none where nobody can, and the stage says so. */
export async function beginRevision(
  db: Db,
  {
    meetingId,
    recordingId,
    canTranscribe,
  }: { meetingId: MeetingId; recordingId: Id<'rec'>; canTranscribe: boolean },
): Promise<Id<'fil'>[]> {
  const files = (await listFiles(db, meetingId)).filter(
    (file) => file.recordingId === recordingId && file.durationMs > 0,
  );
  if (files.length === 0) {
    await setStage(db, meetingId, 'revision', 'skipped', 'The recording has no sound.');
    return [];
  }
  if (!canTranscribe) {
    await setStage(
      db,
      meetingId,
      'revision',
      'skipped',
      'No server is configured that transcribes recordings.',
    );
    return [];
  }
  await setStage(db, meetingId, 'revision', 'working');
  return files.map(({ id }) => id);
}

interface Outcome {
  meetingId: MeetingId;
  recordingId: Id<'rec'>;
  files: number;
  /** Files that could not be transcribed. */
  failed: number;
  /** Parts of speech of all others. */
  parts: number;
}

/** Revises the transcript, and says in the same transaction that other words count now. */
export function reviseAndTell(db: Db, outcome: Outcome): Promise<{ revised: number; added: number }> {
  const { meetingId, recordingId } = outcome;
  return db.transaction(async (tx) => {
    // Two recordings of a meeting are transcribed at the same time: the later revision has the words of both.
    await lockMeeting(tx, meetingId);
    const revision = await reviseTranscript(tx, meetingId);
    const { state, message } = describeRevision(outcome, revision);
    await setStage(tx, meetingId, 'revision', state, message);
    await enqueueEvent(tx, {
      id: `transcript-revised:${recordingId}`,
      name: 'transcript/revised',
      data: { meetingId, by: 'recording' },
    });
    return revision;
  });
}

function describeRevision(
  { files, failed, parts }: Outcome,
  { revised, added }: { revised: number; added: number },
): { state: StageState; message: string } {
  if (failed === files) return { state: 'failed', message: gaveUp };
  const left = failed === 0 ? '' : ` ${failed} of ${files} files could not be transcribed.`;
  if (parts === 0) return { state: 'skipped', message: `Nobody spoke in the recording.${left}` };
  const lines = revised === 1 ? 'One line was' : `${revised} lines were`;
  const more = added === 0 ? '' : `, and ${added === 1 ? 'one was' : `${added} were`} added`;
  return { state: 'done', message: `${lines} compared with the recording${more}.${left}` };
}

/** Brings all that recordings say and the live lines together, person by person: names come from the files. */
export async function reviseTranscript(
  db: Tx,
  meetingId: MeetingId,
): Promise<{ revised: number; added: number }> {
  const lines = await listSpokenLines(db, meetingId, maxLines);
  const meeting = await findMeeting(db, meetingId);
  const zeroMs = (meeting?.startedAt ?? meeting?.createdAt ?? new Date(0)).getTime();
  const files = await listFiles(db, meetingId);
  const people = new Set(files.map(({ participantId }) => participantId));
  const result: { lines: (LineRef & { text: string })[]; added: AddedLine[] } = { lines: [], added: [] };
  for (const participantId of people) {
    const own = lines
      .filter(({ speaker }) => speaker === participantId)
      .map((line) => ({ ...line, text: line.liveText }));
    const recorded = files
      .filter((file) => file.participantId === participantId)
      .flatMap(({ firstSampleAt, durationMs }) => {
        if (!firstSampleAt) return [];
        const startMs = firstSampleAt.getTime() - zeroMs;
        return { startMs, endMs: startMs + durationMs };
      });
    const revision = reviseLines(own, await listParts(db, meetingId, participantId), recorded);
    for (const { line, text } of revision.lines) {
      // A line that lost all its words to its neighbours keeps the live ones.
      if (text !== '') result.lines.push({ epoch: line.epoch, seq: line.seq, text });
    }
    result.added.push(
      ...revision.added.map(({ startMs, endMs, text }) => ({ participantId, startMs, endMs, text })),
    );
  }
  const added = numberAddedLines(await listAddedLines(db, meetingId), result.added);
  await replaceRecordedText(db, meetingId, { ...result, added });
  return { revised: result.lines.length, added: result.added.length };
}
