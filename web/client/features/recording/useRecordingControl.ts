import { useMutation } from '@tanstack/react-query';
import { toast } from 'sonner';
import type { RoomMetadata } from '../../../../lib/messages.ts';
import { may } from '../../../../lib/roles.ts';
import type { Access } from '../api/people.ts';
import { askToRecord, setRecording } from '../api/recordings.ts';
import type { Standing } from '../people/standing.ts';

export interface RecordingControl {
  recording: boolean;
  /** False for those who can only ask for it. */
  mayRecord: boolean;
  /** Starts or stops it, or asks those who may. */
  toggle(): void;
  busy: boolean;
}

/** The room's metadata shows a change when everyone has been told. */
export function useRecordingControl(
  access: Access,
  { me, features }: { me: Standing; features: RoomMetadata['features'] },
): RecordingControl {
  const mayRecord = may(me.role, 'record');
  const { mutate, isPending } = useMutation({
    mutationFn: (active: boolean) => (mayRecord ? setRecording(access, active) : askToRecord(access)),
    onSuccess: () => {
      if (!mayRecord) toast.success('The hosts were asked to record this meeting.');
    },
    onError: (error) => toast.error(error.message),
  });
  return {
    recording: features.recording,
    mayRecord,
    toggle: () => mutate(!features.recording),
    busy: isPending,
  };
}
