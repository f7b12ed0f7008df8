import { Circle, CircleStop } from 'lucide-react';
import { IconButton } from '../../ui/IconButton.tsx';
import type { RecordingControl } from './useRecordingControl.ts';

export function recordLabel({ recording, mayRecord }: RecordingControl): string {
  if (!mayRecord) return 'Ask to record';
  return recording ? 'Stop recording' : 'Record';
}

/** Nothing for those who cannot record while a recording runs: there is nothing to ask for. */
export function RecordButton(control: RecordingControl) {
  const { recording, mayRecord, toggle, busy } = control;
  if (recording && !mayRecord) return null;
  return (
    <IconButton
      label={recordLabel(control)}
      icon={
        recording ? (
          <CircleStop aria-hidden size={21} className="text-danger" />
        ) : (
          <Circle aria-hidden size={21} className="fill-danger text-danger" />
        )
      }
      look="raised"
      size="large"
      disabled={busy}
      className="max-lg:hidden"
      onClick={toggle}
    />
  );
}
