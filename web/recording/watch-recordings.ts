/** Gives every open recording an end: recorders are killed, never start, or lose the network. */
import { lockMeeting } from '../../db/queries/meetings.ts';
import { finishRecording, listOpenRecordings } from '../../db/queries/recordings.ts';
import type { RecordingStatus } from '../../lib/recording-messages.ts';
import type { WebContext } from '../context.ts';
import { stopRecording } from './control-recording.ts';

/** A recorder takes a recording within a second; one that is started anew needs some. */
const claimPatienceMs = 30_000;
/** Closing the files of a long meeting takes seconds at most; a report then follows. */
const finishPatienceMs = 30_000;

export interface OpenRecording {
  status: RecordingStatus;
  meetingIsLive: boolean;
  paused: boolean;
  askedForMs: number;
  leaseOverMs: number | null;
  endingForMs: number | null;
}

type Verdict = { kind: 'keep' } | { kind: 'stop' } | { kind: 'finish'; problem: string };

export function judgeRecording(recording: OpenRecording): Verdict {
  const { status, meetingIsLive, paused, askedForMs, leaseOverMs, endingForMs } = recording;
  if (status === 'ending') {
    const abandoned = leaseOverMs === null || leaseOverMs > 0;
    if (!abandoned || (endingForMs ?? 0) < finishPatienceMs) return { kind: 'keep' };
    return {
      kind: 'finish',
      problem: 'The recorder ended before it was done; the last second may be missing.',
    };
  }
  if (!meetingIsLive || paused) return { kind: 'stop' };
  const unclaimedMs = leaseOverMs ?? askedForMs;
  if (unclaimedMs < claimPatienceMs) return { kind: 'keep' };
  return status === 'starting'
    ? { kind: 'finish', problem: 'No recorder was available.' }
    : { kind: 'finish', problem: 'The recorder went away in the middle; what it had is kept.' };
}

/** One round over all open recordings. The caller holds the reconciler's lock. */
export async function watchRecordings(context: WebContext): Promise<void> {
  const { db } = context.database;
  for (const { recording, meetingStatus, ...rest } of await listOpenRecordings(db)) {
    const verdict = judgeRecording({
      ...rest,
      status: recording.status,
      meetingIsLive: meetingStatus === 'live',
    });
    if (verdict.kind === 'keep') continue;
    const { meetingId, id } = recording;
    if (verdict.kind === 'finish') {
      context.logger.warn({ meetingId, recordingId: id, problem: verdict.problem }, 'recording given up');
      await db.transaction(async (tx) => {
        await lockMeeting(tx, meetingId);
        await finishRecording(tx, id, verdict.problem);
      });
    }
    await stopRecording(context, meetingId);
  }
}
