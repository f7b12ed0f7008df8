import { type Egress, isWatchable, listPictures } from '../../db/queries/egresses.ts';
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
  const pictures = await listPictures(db, meeting.id);
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
    making:
      recording.status !== 'failed' && recording.mixDurationMs === null && recording.mixGivenUpAt === null,
    picture: recording.picture
      ? describePicture(
          pictures.filter(({ recordingId }) => recordingId === recording.id),
          { zeroMs, isOver: recording.endedAt !== null },
        )
      : null,
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

function describePicture(
  orders: readonly Egress[],
  { zeroMs, isOver }: { zeroMs: number; isOver: boolean },
): NonNullable<RecordingView['picture']> {
  return {
    making: !isOver || orders.some(({ collectedAt }) => collectedAt === null),
    parts: orders
      .filter((order) => order.collectedAt !== null && (order.durationMs > 0 || order.problem !== ''))
      .map((order) => ({
        id: order.id,
        // Without a report of its beginning the order is the nearest that is known.
        startMs: (order.firstSampleAt ?? order.askedAt).getTime() - zeroMs,
        durationMs: order.durationMs,
        problem: order.problem,
        url: isWatchable(order) ? `/api/meetings/${order.meetingId}/recordings/${order.id}/picture` : null,
      })),
  };
}

const soundUrl = (meetingId: string, soundId: string) =>
  `/api/meetings/${meetingId}/recordings/${soundId}/sound`;
