import type { RecordingControl } from './useRecordingControl.ts';

/** What pressing the control of the recording does. */
export function recordLabel({
  recording,
  mayRecord,
}: Pick<RecordingControl, 'recording' | 'mayRecord'>): string {
  if (!mayRecord) return 'Ask to record';
  return recording ? 'Stop recording' : 'Record';
}
