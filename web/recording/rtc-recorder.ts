/** Our own recorder process: it takes recordings by itself (`recorder-calls.ts`), so this looks whether one has. */
import { listLiveProcesses } from '../../db/queries/heartbeats.ts';
import type { OpenRecording } from '../../db/queries/recordings.ts';
import type { WebContext } from '../context.ts';
import { giveUpRecording } from './end-recording.ts';
import type { Recorder } from './recorder.ts';

/** A recorder takes a recording within a second; one that is started anew needs some. */
const beginPatienceMs = 30_000;
/** Closing the files of a long meeting takes seconds at most; a report then follows. */
const finishPatienceMs = 30_000;
/** Recorders ask for work twice a second, and that is noted every 3 s. */
const processAgeMs = 12_000;

export interface RecordingAge {
  isEnding: boolean;
  askedForMs: number;
  /** Since a recorder last said that it records; null when none has. */
  silentForMs: number | null;
  leaseOverMs: number | null;
  endingForMs: number | null;
}

/** Why a recording is given up, as a sentence; null while there is hope. */
export function judgeRecording(recording: RecordingAge): string | null {
  const { isEnding, askedForMs, silentForMs, leaseOverMs, endingForMs } = recording;
  if (isEnding) {
    const abandoned = leaseOverMs === null || leaseOverMs > 0;
    if (!abandoned || (endingForMs ?? 0) < finishPatienceMs) return null;
    return 'The recorder ended before it was done; the last second may be missing.';
  }
  if ((silentForMs ?? askedForMs) < beginPatienceMs) return null;
  return silentForMs === null
    ? 'The recorder was not available.'
    : 'The recorder went away in the middle; what it had is kept.';
}

export function createRtcRecorder(context: WebContext): Recorder {
  const { database, recordings } = context;
  return {
    async describe() {
      const live = await listLiveProcesses(database.db, 'recorder', processAgeMs);
      if (live.length === 0) throw new Error('no recorder has reported');
      return `own recorder, ${live.length} running, ${recordings.place}`;
    },
    checkReady: () => recordings.checkRoom(),
    async attend({ recording, ...ages }: OpenRecording) {
      const problem = judgeRecording({ ...ages, isEnding: recording.status === 'ending' });
      if (problem !== null) await giveUpRecording(context, recording, problem);
    },
  };
}
