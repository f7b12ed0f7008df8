import { Circle, CircleStop } from 'lucide-react';
import { IconButton } from '../../ui/IconButton.tsx';
import { recordLabel } from './record-label.ts';
import type { RecordingControl } from './useRecordingControl.ts';

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
      busy={busy}
      className="max-lg:hidden"
      onClick={toggle}
    />
  );
}
