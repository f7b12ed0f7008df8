import type { Db, Tx } from '../db/database.ts';
import { findMeeting, lockMeeting } from '../db/queries/meetings.ts';
import { enqueueEvent } from '../db/queries/outbox.ts';
import { noteSecondPass, settleRecordings } from '../db/queries/recording-outcomes.ts';
import { listFiles } from '../db/queries/recordings.ts';
import {
  type AddedLine,
  listAddedLines,
  listParts,
  listSpokenLines,
  replaceRecordedText,
} from '../db/queries/revisions.ts';
import type { LineRef } from '../lib/assistant-messages.ts';
import type { Id, MeetingId } from '../lib/ids.ts';
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
        const recording = recordingFinished.schema.parse(event.data.event.data);
        await step.run('say-so', () => giveUpRevision(db, recording));
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
        reviseAndTell(db, { meetingId, recordingId, untranscribed: failed.size }),
      );
      logger.info(
        { meetingId, recordingId, files: fileIds.length, parts, ...revised },
        'recording transcribed',
      );
      return { files: fileIds.length, parts };
    },
  );
}

/** Files of the recording that have something to transcribe; none where nobody can. The meeting says what follows. */
export async function beginRevision(
  db: Db,
  {
    meetingId,
    recordingId,
    canTranscribe,
  }: { meetingId: MeetingId; recordingId: Id<'rec'>; canTranscribe: boolean },
): Promise<Id<'fil'>[]> {
  await settleRecordings(db, meetingId, { canTranscribe });
  return canTranscribe ? await listSound(db, { meetingId, recordingId }) : [];
}

async function listSound(
  db: Tx,
  { meetingId, recordingId }: { meetingId: MeetingId; recordingId: Id<'rec'> },
): Promise<Id<'fil'>[]> {
  const files = await listFiles(db, meetingId);
  return files.filter((file) => file.recordingId === recordingId && file.durationMs > 0).map(({ id }) => id);
}

interface Outcome {
  meetingId: MeetingId;
  recordingId: Id<'rec'>;
  /** Files that could not be transcribed. */
  untranscribed: number;
}

/** Revises the transcript, and says in the same transaction that other words count now. */
export function reviseAndTell(
  db: Db,
  { meetingId, recordingId, untranscribed }: Outcome,
): Promise<{ revised: number; added: number }> {
  return db.transaction(async (tx) => {
    // Two recordings of a meeting are transcribed at the same time: the later revision has the words of both.
    await lockMeeting(tx, meetingId);
    const revision = await reviseTranscript(tx, meetingId);
    await noteSecondPass(tx, recordingId, untranscribed);
    await settleRecordings(tx, meetingId, { canTranscribe: true });
    await enqueueEvent(tx, {
      id: `transcript-revised:${recordingId}`,
      name: 'transcript/revised',
      data: { meetingId, by: 'recording' },
    });
    return revision;
  });
}

/** The live words stay where this recording lies; what others brought stays too. */
export function giveUpRevision(
  db: Db,
  recording: { meetingId: MeetingId; recordingId: Id<'rec'> },
): Promise<void> {
  return db.transaction(async (tx) => {
    await lockMeeting(tx, recording.meetingId);
    const files = await listSound(tx, recording);
    await noteSecondPass(tx, recording.recordingId, files.length);
    await settleRecordings(tx, recording.meetingId, { canTranscribe: true });
  });
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
