import { RoomAudioRenderer, RoomContext } from '@livekit/components-react';
import { useCallback } from 'react';
import { Toaster } from 'sonner';
import type { Joined } from '../../../../lib/messages.ts';
import { LoadingPage } from '../../ui/LoadingPage.tsx';
import { useAssistant } from '../assistant/useAssistant.ts';
import { useTranscript } from '../captions/useTranscript.ts';
import type { Choices } from '../lobby/remembered-choices.ts';
import type { Ending } from './ending.ts';
import type { SessionState } from './meeting-session.ts';
import { RoomView } from './RoomView.tsx';
import { type LiveSession, useMeetingSession } from './useMeetingSession.ts';

interface MeetingRoomProps {
  joined: Joined;
  choices: Choices;
  onOver(ending: Ending): void;
}

/** The meeting itself. Everything that needs LiveKit is loaded with this file. */
export function MeetingRoom({ joined, choices, onOver }: MeetingRoomProps) {
  const { live, state } = useMeetingSession({ joined, choices, onOver });
  if (!live) return <LoadingPage label="Joining" />;
  return (
    <RoomContext.Provider value={live.room}>
      <LiveMeeting live={live} state={state} joined={joined} />
      <RoomAudioRenderer />
      <Toaster position="top-left" theme="system" closeButton />
    </RoomContext.Provider>
  );
}

/** Listens from before the connection is made: captions and calls that come without a listener are lost. */
function LiveMeeting({ live, state, joined }: { live: LiveSession; state: SessionState; joined: Joined }) {
  const { room, session } = live;
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
    <RoomView joined={joined} session={session} state={state} transcript={transcript} assistant={assistant} />
  );
}
