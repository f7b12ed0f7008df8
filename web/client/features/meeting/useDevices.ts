import { useLocalParticipant } from '@livekit/components-react';
import { toast } from 'sonner';
import type { Standing } from '../people/standing.ts';
import type { MeetingSession } from './meeting-session.ts';

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

/** One's own microphone and camera, as they are and to be turned on or off. */
export function useDevices(session: MeetingSession, me: Standing): Devices {
  const { isMicrophoneEnabled, isCameraEnabled } = useLocalParticipant();
  return {
    microphone: {
      on: isMicrophoneEnabled,
      toggle() {
        if (me.silenced) toast.info(silencedWords);
        else void session.setSending('microphone', !isMicrophoneEnabled);
      },
    },
    camera: { on: isCameraEnabled, toggle: () => void session.setSending('camera', !isCameraEnabled) },
  };
}
