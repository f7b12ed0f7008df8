/** What a meeting says of its recordings together. */
import type { RecordingStatus } from '../recording-messages.ts';
import type { StageState } from '../summary.ts';

/** What came of one recording so far. */
export interface RecordingOutcome {
  status: RecordingStatus;
  /** A sentence; empty while all is well. */
  problem: string;
  /** The sound of everyone: to be made, made, or given up. */
  mix: 'due' | 'made' | 'given_up';
  /** Files with sound. */
  files: number;
  /** Those of them that could not be transcribed; null until the second pass is over. */
  untranscribed: number | null;
}

interface Judgement {
  state: StageState;
  message: string;
}

/** Whether there is something to hear. One good recording counts more than others that failed, which are told all the same. */
export function judgeSound(recordings: readonly RecordingOutcome[]): Judgement {
  if (recordings.some(isUnderWay)) return { state: 'working', message: '' };
  const made = recordings.filter(({ mix }) => mix === 'made');
  const failed = recordings.filter(({ mix }) => mix !== 'made');
  const why = failed.find(({ problem }) => problem !== '')?.problem ?? 'Nothing was recorded.';
  if (made.length === 0) return { state: 'failed', message: why };
  const count = failed.length === 1 ? 'One' : failed.length;
  const problems = made.map(({ problem }) => problem).filter(Boolean);
  const sentences = failed.length === 0 ? [] : [`${count} of ${recordings.length} recordings failed: ${why}`];
  return { state: 'done', message: [...new Set([...problems, ...sentences])].join(' ') };
}

function isUnderWay({ status, mix }: RecordingOutcome): boolean {
  if (status === 'failed') return false;
  return status !== 'complete' || mix === 'due';
}

/** What all recordings of a meeting changed in its transcript. */
export interface SecondPass {
  canTranscribe: boolean;
  /** Parts of speech in them. */
  parts: number;
  /** Lines that were compared with them. */
  revised: number;
  /** Lines that only they have. */
  added: number;
}

/** What the second pass made of the recordings that are over. */
export function judgeSecondPass(
  recordings: readonly RecordingOutcome[],
  { canTranscribe, parts, revised, added }: SecondPass,
): Judgement {
  const sounding = recordings.filter(({ files }) => files > 0);
  if (sounding.length === 0) return { state: 'skipped', message: 'The recording has no sound.' };
  const heard = sounding.filter(({ untranscribed }) => untranscribed !== null);
  if (canTranscribe && heard.length < sounding.length) return { state: 'working', message: '' };
  if (heard.length === 0) {
    return { state: 'skipped', message: 'No server is configured that transcribes recordings.' };
  }
  const files = heard.reduce((sum, recording) => sum + recording.files, 0);
  const failed = heard.reduce((sum, { untranscribed }) => sum + (untranscribed ?? 0), 0);
  if (failed === files) {
    return {
      state: 'failed',
      message: 'Speech to text of the recording did not work. The words stay as they were heard live.',
    };
  }
  const left = failed === 0 ? '' : ` ${failed} of ${files} files could not be transcribed.`;
  if (parts === 0) return { state: 'skipped', message: `Nobody spoke in the recording.${left}` };
  const lines = revised === 1 ? 'One line was' : `${revised} lines were`;
  const more = added === 0 ? '' : `, and ${added === 1 ? 'one was' : `${added} were`} added`;
  return { state: 'done', message: `${lines} compared with the recording${more}.${left}` };
}
