import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { toast } from 'sonner';
import type { RoomMetadata } from '../../../../lib/messages.ts';
import { may } from '../../../../lib/roles.ts';
import type { Access } from '../api/people.ts';
import { askToRecord, startRecording, stopRecording } from '../api/recordings.ts';
import type { Standing } from '../people/standing.ts';

export interface RecordingControl {
  recording: boolean;
  /** False for those who can only ask for it. */
  mayRecord: boolean;
  /** Starts it, or lets choose what to record; stops it; or asks those who may. */
  toggle(): void;
  start(what: { picture: boolean }): void;
  busy: boolean;
}

interface RecordingOptions {
  me: Standing;
  features: Pick<RoomMetadata['features'], 'recording' | 'picture'>;
  /** Lets choose between sound and picture; null where only the sound can be recorded. */
  onChoose: (() => void) | null;
}

/** The room's metadata shows a change when everyone has been told. */
export function useRecordingControl(
  access: Access,
  { me, features: { recording, picture }, onChoose }: RecordingOptions,
): RecordingControl {
  const mayRecord = may(me.role, 'record');
  useLostPicture(mayRecord, { recording, picture });
  const onError = (error: Error) => toast.error(error.message);
  const starting = useMutation({
    mutationFn: (what: { picture: boolean }) => startRecording(access, what),
    onSuccess: () => {
      if (!onChoose) toast('The sound is recorded. For the picture, LiveKit Egress has to be set up.');
    },
    onError,
  });
  const stopping = useMutation({ mutationFn: () => stopRecording(access), onError });
  const asking = useMutation({
    mutationFn: () => askToRecord(access),
    onSuccess: () => toast.success('The hosts were asked to record this meeting.'),
    onError,
  });
  return {
    recording,
    mayRecord,
    toggle() {
      if (!mayRecord) asking.mutate();
      else if (recording) stopping.mutate();
      else if (onChoose) onChoose();
      else starting.mutate({ picture: false });
    },
    start: starting.mutate,
    busy: starting.isPending || stopping.isPending || asking.isPending,
  };
}

/** Says to those who may record that only the sound goes on. */
function useLostPicture(
  mayRecord: boolean,
  { recording, picture }: Pick<RoomMetadata['features'], 'recording' | 'picture'>,
): void {
  const had = useRef(false);
  useEffect(() => {
    if (mayRecord && recording && had.current && !picture) {
      toast.warning('The picture could not be recorded. The sound goes on.', { duration: 12_000 });
    }
    had.current = recording && picture;
  }, [mayRecord, recording, picture]);
}
