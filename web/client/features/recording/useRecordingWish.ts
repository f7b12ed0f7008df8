import type { Room } from 'livekit-client';
import { useEffect, useRef } from 'react';
import { toast } from 'sonner';
import { followControlMessages } from '../captions/follow-control-messages.ts';
import type { RecordingControl } from './useRecordingControl.ts';

/** Says to those who may record that somebody would like it, with a way to start. */
export function useRecordingWish(room: Room, control: RecordingControl): void {
  const latest = useRef(control);
  latest.current = control;
  useEffect(
    () =>
      followControlMessages(room, (message) => {
        if (message.type !== 'recording.asked' || latest.current.recording) return;
        toast(`${message.by} asks to record this meeting`, {
          id: 'recording-wish',
          duration: 20_000,
          action: {
            label: 'Record',
            onClick: () => {
              if (!latest.current.recording) latest.current.toggle();
            },
          },
        });
      }),
    [room],
  );
}
