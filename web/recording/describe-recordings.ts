import type { Meeting } from '../../db/queries/meetings.ts';
import { listFiles, listRecordings } from '../../db/queries/recordings.ts';
import type { RecordingView } from '../../lib/recording-messages.ts';
import type { WebContext } from '../context.ts';

/** Recordings of a meeting with their files, for those who may see it. */
export async function describeRecordings(
  { database: { db } }: WebContext,
  meeting: Meeting,
): Promise<RecordingView[]> {
  const zeroMs = (meeting.startedAt ?? meeting.createdAt).getTime();
  // In this order: a recording that is over is never seen without the files that were stored with its end.
  const recordings = await listRecordings(db, meeting.id);
  const files = await listFiles(db, meeting.id);
  return recordings.map((recording) => ({
    id: recording.id,
    status: recording.status,
    recorder: recording.recorder,
    startedAtMs: recording.startedAt?.getTime() ?? null,
    stoppedAtMs: recording.stoppedAt?.getTime() ?? null,
    problem: recording.problem,
    mix:
      recording.mixDurationMs === null
        ? null
        : { durationMs: recording.mixDurationMs, url: soundUrl(meeting.id, recording.id) },
    files: files
      .filter(({ recordingId }) => recordingId === recording.id)
      .map(({ id, participantId, name, firstSampleAt, durationMs, problem, closedAt }) => ({
        id,
        participantId,
        name,
        startMs: (firstSampleAt?.getTime() ?? zeroMs) - zeroMs,
        durationMs,
        problem,
        url: closedAt && durationMs > 0 ? soundUrl(meeting.id, id) : null,
      })),
  }));
}

const soundUrl = (meetingId: string, soundId: string) =>
  `/api/meetings/${meetingId}/recordings/${soundId}/sound`;
