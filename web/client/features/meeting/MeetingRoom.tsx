import { RoomAudioRenderer, RoomContext } from '@livekit/components-react';
import { useCallback } from 'react';
import { LoadingPage } from '../../ui/LoadingPage.tsx';
import { Toasts } from '../../ui/Toasts.tsx';
import { useAssistant } from '../assistant/useAssistant.ts';
import { goToBreakout, goToMain, type Stay } from '../breakouts/stay.ts';
import { useTranscript } from '../captions/useTranscript.ts';
import type { Ending } from './ending.ts';
import type { Sending, SessionState } from './meeting-session.ts';
import { RoomView } from './RoomView.tsx';
import { type LiveSession, useMeetingSession } from './useMeetingSession.ts';

interface MeetingRoomProps {
  stay: Stay;
  onMove(stay: Stay): void;
  onOver(ending: Ending, sending: Sending): void;
}

/** The meeting itself. Everything that needs LiveKit is loaded with this file. */
export function MeetingRoom({ stay, onMove, onOver }: MeetingRoomProps) {
  const { live, state } = useMeetingSession({ stay, onOver });
  if (!live) return <LoadingPage label="Joining" />;
  return (
    <RoomContext.Provider value={live.room}>
      <LiveMeeting live={live} state={state} stay={stay} onMove={onMove} />
      <RoomAudioRenderer />
      <Toasts position="top-left" closeButton />
    </RoomContext.Provider>
  );
}

interface LiveMeetingProps extends Pick<MeetingRoomProps, 'stay' | 'onMove'> {
  live: LiveSession;
  state: SessionState;
}

/** Listens from before the connection is made: captions and calls that come without a listener are lost. */
function LiveMeeting({ live, state, stay, onMove }: LiveMeetingProps) {
  const { room, session } = live;
  const { main, here: joined, settledFor, arrival } = stay;
  const onEnded = useCallback(() => session.finish('ended'), [session]);
  const transcript = useTranscript({
    room,
    meetingId: joined.meeting.id,
    apiToken: joined.apiToken,
    onEnded,
  });
  const assistant = useAssistant(room, joined);
  if (state.status === 'connecting') return <LoadingPage label="Joining" />;
  return (
    <RoomView
      joined={joined}
      session={session}
      state={state}
      transcript={transcript}
      assistant={assistant}
      whereabouts={{
        main,
        here: joined,
        settledFor,
        arrival,
        enter: (breakout) => onMove(goToBreakout(stay, breakout, session.getSending())),
        returnToMain: () => onMove(goToMain(stay, session.getSending())),
        settle: (roomId) => onMove({ ...stay, settledFor: roomId }),
      }}
    />
  );
}
