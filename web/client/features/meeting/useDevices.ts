import { useLocalParticipant } from '@livekit/components-react';
import { useSyncExternalStore } from 'react';
import { toast } from 'sonner';
import type { Standing } from '../people/standing.ts';
import type { MeetingSession, Sending } from './meeting-session.ts';

interface DeviceSwitch {
  on: boolean;
  toggle(): void;
}

export interface Devices {
  microphone: DeviceSwitch;
  camera: DeviceSwitch;
}

/** What a host says by silencing somebody. */
export const silencedWords = 'A host turned off your microphone. Only a host can give it back.';

/**
 * One's own microphone and camera, to be turned on or off: as they are, and without a connection as they will be when
 * it is back. Nobody shall be heard who was shown as silent.
 */
export function useDevices(session: MeetingSession, me: Standing): Devices {
  const { isMicrophoneEnabled, isCameraEnabled } = useLocalParticipant();
  const isAway = useSyncExternalStore(session.subscribe, () => session.getState().status === 'reconnecting');
  const microphone = useWanted(session, 'microphone');
  const camera = useWanted(session, 'camera');
  const microphoneOn = isAway ? microphone : isMicrophoneEnabled;
  const cameraOn = isAway ? camera : isCameraEnabled;
  return {
    microphone: {
      on: microphoneOn,
      toggle() {
        if (me.silenced) toast.info(silencedWords);
        else void session.setSending('microphone', !microphoneOn);
      },
    },
    camera: { on: cameraOn, toggle: () => void session.setSending('camera', !cameraOn) },
  };
}

function useWanted(session: MeetingSession, kind: keyof Sending): boolean {
  return useSyncExternalStore(session.subscribe, () => session.getSending()[kind]);
}
