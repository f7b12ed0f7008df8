import type { ReactNode } from 'react';
import type { Joined } from '../../../../lib/messages.ts';
import { may } from '../../../../lib/roles.ts';
import { AskSide } from '../assistant/AskSide.tsx';
import type { Replies } from '../assistant/useReplies.ts';
import { TranscriptSide } from '../captions/TranscriptSide.tsx';
import type { Transcript } from '../captions/useTranscript.ts';
import { ChatSide } from '../chat/ChatSide.tsx';
import type { Chat } from '../chat/useChat.ts';
import { whyNotWrite } from '../chat/why-not-write.ts';
import type { HandsControl } from '../hands/useHands.ts';
import { NotesSide } from '../notes/NotesSide.tsx';
import { PeopleSide } from '../people/PeopleSide.tsx';
import type { Standing } from '../people/standing.ts';
import type { HostActions } from '../people/useHostActions.ts';
import type { PeopleState } from '../people/usePeople.ts';
import { PollsSide } from '../polls/PollsSide.tsx';
import type { PollsControl } from '../polls/usePolls.ts';
import type { Pinning } from '../tiles/usePinning.ts';
import type { MeetingNow } from './useRoomMetadata.ts';
import type { RoomSides } from './useRoomSides.ts';

interface RoomPanelsProps {
  joined: Joined;
  sides: RoomSides;
  /** What is asked of the person under a sheet, which covers it. */
  notice: ReactNode;
  me: Standing;
  now: MeetingNow;
  personaName: string;
  /** Why nothing can be asked now; null when it can. */
  askClosed: string | null;
  replies: Replies;
  transcript: Transcript;
  chat: Chat;
  polls: PollsControl;
  people: PeopleState;
  hands: HandsControl;
  pinning: Pinning;
  actions: HostActions;
  /** In the main room of the meeting; else in a breakout room. */
  isInMain: boolean;
  /** Shows the breakout rooms; null for those who do not open them. */
  onBreakouts: (() => void) | null;
}

/** What stands beside the stage, each where it was opened. */
export function RoomPanels({ joined, sides, notice, me, now, ...parts }: RoomPanelsProps) {
  const { participantId } = joined;
  return (
    <>
      <AskSide
        {...sides.panel('ask')}
        notice={notice}
        panel={{
          replies: parts.replies,
          me: participantId,
          personaName: parts.personaName,
          closed: parts.askClosed,
          onShowLine: sides.showLine,
        }}
      />
      <TranscriptSide
        {...sides.panel('transcript')}
        transcript={parts.transcript}
        reveal={sides.reveal}
        notice={notice}
      />
      <ChatSide
        {...sides.panel('chat')}
        notice={notice}
        chat={parts.chat}
        me={participantId}
        closed={whyNotWrite(me.role, now.rules)}
        offRecord={now.features.paused}
      />
      <NotesSide {...sides.panel('notes')} notice={notice} joined={joined} />
      <PollsSide
        {...sides.panel('polls')}
        notice={notice}
        polls={parts.polls}
        access={{ meetingId: joined.meeting.id, apiToken: joined.apiToken }}
        me={participantId}
        moderates={may(me.role, 'moderate')}
        offRecord={now.features.paused}
      />
      <PeopleSide
        {...sides.panel('people')}
        notice={notice}
        me={me}
        people={parts.people}
        hands={parts.hands}
        pinning={parts.pinning}
        actions={parts.actions}
        isInMain={parts.isInMain}
        onBreakouts={parts.onBreakouts}
      />
    </>
  );
}
