import { LogLevel, Room, setLogLevel } from 'livekit-client';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { toast } from 'sonner';
import { type Joined, noticeVersion } from '../../../../lib/messages.ts';
import { ApiError } from '../api/api-error.ts';
import { joinMeeting } from '../api/meetings.ts';
import { wait } from '../captions/wait.ts';
import { explainMediaProblem, mediaProblemOf } from '../lobby/media-problem.ts';
import type { Choices } from '../lobby/remembered-choices.ts';
import { claimMeeting } from './claim-meeting.ts';
import type { Ending } from './ending.ts';
import { createMeetingSession, type MeetingSession, type SessionState } from './meeting-session.ts';

interface UseMeetingSessionOptions {
  joined: Joined;
  choices: Choices;
  onOver(ending: Ending): void;
}

export interface LiveSession {
  room: Room;
  session: MeetingSession;
}

setLogLevel(LogLevel.warn);

const connecting: SessionState = { status: 'connecting' };
const noSubscription = () => () => {};

/** Keeps the person in the meeting for as long as the component is there. */
export function useMeetingSession(options: UseMeetingSessionOptions): {
  live: LiveSession | null;
  state: SessionState;
} {
  const [live, setLive] = useState<LiveSession | null>(null);
  const latest = useRef(options);
  latest.current = options;

  useEffect(() => {
    const opened = openSession(latest.current);
    setLive(opened);
    opened.session.start();
    const { joined, choices } = latest.current;
    if (joined.microphoneOff && choices.microphone) toast.info(mutedOnJoin);
    const stopClaiming = claimMeeting({
      meetingId: joined.meeting.id,
      onTaken: () => opened.session.finish('elsewhere'),
    });
    return () => {
      stopClaiming();
      opened.session.finish('left');
    };
  }, []);

  const state = useSyncExternalStore(
    live?.session.subscribe ?? noSubscription,
    () => live?.session.getState() ?? connecting,
  );
  const ending = state.status === 'over' ? state.ending : null;
  useEffect(() => {
    if (ending) latest.current.onOver(ending);
  }, [ending]);
  return { live, state };
}

const mutedOnJoin = 'Your microphone is off: the hosts want everyone to come in muted. Turn it on to speak.';

function openSession({ joined, choices }: UseMeetingSessionOptions): LiveSession {
  const room = new Room({
    adaptiveStream: true,
    dynacast: true,
    audioCaptureDefaults: {
      deviceId: choices.microphoneId || undefined,
      echoCancellation: true,
      noiseSuppression: true,
      autoGainControl: true,
    },
    videoCaptureDefaults: { deviceId: choices.cameraId || undefined },
    audioOutput: { deviceId: choices.speakerId || undefined },
  });
  const session = createMeetingSession({
    room,
    joined,
    sending: { microphone: choices.microphone && !joined.microphoneOff, camera: choices.camera },
    rejoin: async () => {
      const body = { name: choices.name, consent: { noticeVersion } } as const;
      const answer = await joinMeeting(joined.meeting.code, body);
      if ('waiting' in answer) throw new ApiError('forbidden', 'A host has to let you in again.');
      return answer;
    },
    wait,
    onMediaError: (kind, error) => toast.error(explainMediaProblem(kind, mediaProblemOf(error))),
  });
  return { room, session };
}
