import { LogLevel, Room, setLogLevel } from 'livekit-client';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { toast } from 'sonner';
import { type Joined, noticeVersion } from '../../../../lib/messages.ts';
import { ApiError } from '../api/api-error.ts';
import { enterBreakout } from '../api/breakouts.ts';
import { joinMeeting } from '../api/meetings.ts';
import { followBackground } from '../background/follow-background.ts';
import { isInBreakout, type Stay } from '../breakouts/stay.ts';
import { wait } from '../captions/wait.ts';
import { explainMediaProblem, mediaProblemOf } from '../lobby/media-problem.ts';
import { withLatestDevices } from '../lobby/remembered-choices.ts';
import { claimMeeting } from './claim-meeting.ts';
import type { Ending } from './ending.ts';
import {
  createMeetingSession,
  type MeetingSession,
  type Sending,
  type SessionState,
} from './meeting-session.ts';

interface UseMeetingSessionOptions {
  stay: Stay;
  /** With what the person was sending until then. */
  onOver(ending: Ending, sending: Sending): void;
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
    const stopFollowing = followBackground(opened.room, opened.session);
    opened.session.start();
    const { here, choices } = latest.current.stay;
    if (here.microphoneOff && choices.microphone) toast.info(mutedOnJoin);
    const stopClaiming = claimMeeting({
      meetingId: here.meeting.id,
      onTaken: () => opened.session.finish('elsewhere'),
    });
    return () => {
      stopClaiming();
      stopFollowing();
      opened.session.finish('left');
    };
  }, []);

  const state = useSyncExternalStore(
    live?.session.subscribe ?? noSubscription,
    () => live?.session.getState() ?? connecting,
  );
  const ending = state.status === 'over' ? state.ending : null;
  useEffect(() => {
    if (ending && live) latest.current.onOver(ending, live.session.getSending());
  }, [ending, live]);
  return { live, state };
}

const mutedOnJoin = 'Your microphone is off: the hosts want everyone to come in muted. Turn it on to speak.';

function openSession({ stay }: UseMeetingSessionOptions): LiveSession {
  const { here } = stay;
  const choices = withLatestDevices(stay.choices, localStorage);
  const room = new Room({
    adaptiveStream: true,
    dynacast: true,
    audioCaptureDefaults: {
      deviceId: choices.microphoneId || undefined,
      echoCancellation: true,
      noiseSuppression: choices.noiseSuppression,
      autoGainControl: true,
    },
    videoCaptureDefaults: { deviceId: choices.cameraId || undefined },
    audioOutput: { deviceId: choices.speakerId || undefined },
  });
  const session = createMeetingSession({
    room,
    joined: stay.isFresh ? here : null,
    sending: { microphone: choices.microphone && !here.microphoneOff, camera: choices.camera },
    rejoin: () => joinAgain(stay),
    wait,
    onMediaError: (kind, error) => toast.error(explainMediaProblem(kind, mediaProblemOf(error))),
  });
  return { room, session };
}

/** For a new token to the room in which the person is. */
async function joinAgain(stay: Stay): Promise<Joined> {
  const { main, here, choices } = stay;
  if (isInBreakout(stay)) {
    return enterBreakout({ meetingId: main.meeting.id, apiToken: main.apiToken }, here.meeting.id);
  }
  const body = { name: choices.name, consent: { noticeVersion } } as const;
  const answer = await joinMeeting(main.meeting.code, body);
  if ('waiting' in answer) throw new ApiError('forbidden', 'A host has to let you in again.');
  return answer;
}
