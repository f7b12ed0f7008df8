/** Stored files of a recording as text, piece by piece, on the meeting's clock. */
import { NonRetriableError } from 'inngest';
import type { Db } from '../../db/database.ts';
import { findMeeting } from '../../db/queries/meetings.ts';
import { findFile } from '../../db/queries/recordings.ts';
import { replaceParts } from '../../db/queries/revisions.ts';
import { listGaps } from '../../db/queries/transcript.ts';
import type { Id, MeetingId } from '../../lib/ids.ts';
import type { RecordingStore } from '../../lib/recordings/recording-store.ts';
import { NoSoundError } from '../../lib/sound/opus-reader.ts';
import type { Stretch } from './find-speech.ts';
import { cutFile, transcribePiece } from './transcribe-file.ts';
import type { WhisperClient } from './whisper-client.ts';

/** 19 MB of sound: below the 25 MB that OpenAI takes. */
const pieceMs = 10 * 60_000;
/** Indexes that each piece of a file has for its parts; the fastest speaker has some hundred in ten minutes. */
const partsPerPiece = 10_000;

/** Where somebody speaks in a file: nowhere in one without sound. Throws `MissingSoundError` when it is not there. */
export async function cutStoredFile(
  db: Db,
  { meetingId, fileId, store }: { meetingId: MeetingId; fileId: Id<'fil'>; store: RecordingStore },
): Promise<Stretch[]> {
  const file = await findFile(db, meetingId, fileId);
  if (!file) throw new NonRetriableError(`There is no file ${fileId}.`);
  return cutFile(() => store.openRead(file.location), pieceMs).catch((error): Stretch[] => {
    if (error instanceof NoSoundError) return [];
    throw error;
  });
}

interface StoredPiece {
  meetingId: MeetingId;
  fileId: Id<'fil'>;
  /** Counts from 0. */
  number: number;
  piece: Stretch;
}

/** Stores what one piece of a file says; tells how many parts that are. Repeating it replaces them. */
export async function transcribeStoredPiece(
  db: Db,
  { meetingId, fileId, number, piece }: StoredPiece,
  { store, whisper }: { store: RecordingStore; whisper: WhisperClient },
): Promise<number> {
  const meeting = await findMeeting(db, meetingId);
  const file = await findFile(db, meetingId, fileId);
  if (!meeting || !file?.firstSampleAt) throw new NonRetriableError(`There is no file ${fileId}.`);
  const offsetMs = file.firstSampleAt.getTime() - (meeting.startedAt ?? meeting.createdAt).getTime();
  const heard = await transcribePiece(() => store.openRead(file.location), piece, {
    whisper,
    language: meeting.language,
  });
  const pauses = (await listGaps(db, meetingId)).filter(({ reason }) => reason === 'paused');
  // A recorder hears of a pause a moment after it began.
  const isOffTheRecord = (ms: number) =>
    pauses.some(({ startMs, endMs }) => ms >= startMs && ms < (endMs ?? Number.POSITIVE_INFINITY));
  const from = number * partsPerPiece;
  const parts = heard
    .map((part) => ({
      ...part,
      startMs: Math.max(0, Math.round(offsetMs + part.startMs)),
      endMs: Math.max(0, Math.round(offsetMs + part.endMs)),
    }))
    .filter(({ startMs }) => !isOffTheRecord(startMs))
    .slice(0, partsPerPiece)
    .map((part, i) => ({ ...part, index: from + i, fileId, meetingId, participantId: file.participantId }));
  await replaceParts(db, { fileId, from, until: from + partsPerPiece }, parts);
  return parts.length;
}
