import { useRoomContext } from '@livekit/components-react';
import type { Joined } from '../../../../lib/messages.ts';
import { may } from '../../../../lib/roles.ts';
import { ApprovalAnnouncer } from '../approvals/ApprovalAnnouncer.tsx';
import { ApprovalNotice } from '../approvals/ApprovalNotice.tsx';
import { RoomApproval } from '../approvals/RoomApproval.tsx';
import { AssistantMenu } from '../assistant/AssistantMenu.tsx';
import { OffTheRecord } from '../assistant/OffTheRecord.tsx';
import { PushToAskButton } from '../assistant/PushToAskButton.tsx';
import type { Assistant } from '../assistant/useAssistant.ts';
import { useAssistantControl } from '../assistant/useAssistantControl.ts';
import { usePushToAsk } from '../assistant/usePushToAsk.ts';
import { whyClosed } from '../assistant/why-closed.ts';
import { useBoard } from '../board/useBoard.ts';
import { BreakoutBar } from '../breakouts/BreakoutBar.tsx';
import { recordReach } from '../breakouts/record-reach.ts';
import { useBreakouts } from '../breakouts/useBreakouts.ts';
import type { Whereabouts } from '../breakouts/whereabouts.ts';
import { CaptionAnnouncer } from '../captions/CaptionAnnouncer.tsx';
import { RoomCaptions } from '../captions/RoomCaptions.tsx';
import type { Transcript } from '../captions/useTranscript.ts';
import { CatchUpNotice } from '../catch-up/CatchUpNotice.tsx';
import { useCatchUpOffer } from '../catch-up/useCatchUpOffer.ts';
import { ChatAnnouncer } from '../chat/ChatAnnouncer.tsx';
import { useChat } from '../chat/useChat.ts';
import { AudioOnlyNotice } from '../connection/AudioOnlyNotice.tsx';
import { useAudioOnly } from '../connection/useAudioOnly.ts';
import { HandsAnnouncer } from '../hands/HandsAnnouncer.tsx';
import { ReactionFeed } from '../hands/ReactionFeed.tsx';
import { useHands } from '../hands/useHands.ts';
import { useReactions } from '../hands/useReactions.ts';
import { useHostActions } from '../people/useHostActions.ts';
import { useMyStanding } from '../people/useMyStanding.ts';
import { useObeyHosts } from '../people/useObeyHosts.ts';
import { usePeople } from '../people/usePeople.ts';
import { useWaitingNotice } from '../people/useWaitingNotice.ts';
import { PipPart } from '../pip/PipPart.tsx';
import { usePip } from '../pip/usePip.ts';
import { usePolls } from '../polls/usePolls.ts';
import { useRecordingControl } from '../recording/useRecordingControl.ts';
import { useRecordingWish } from '../recording/useRecordingWish.ts';
import { useRoomCommands } from '../room-commands/useRoomCommands.ts';
import { TakeOverDialog } from '../screen/TakeOverDialog.tsx';
import { useScreenShare } from '../screen/useScreenShare.ts';
import { AgentStrip } from '../tiles/AgentStrip.tsx';
import type { AgentView } from '../tiles/agent-view.ts';
import { type AgentStatus, describeAgent } from './agent-status.ts';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { ControlBar } from './ControlBar.tsx';
import { EnableSound } from './EnableSound.tsx';
import { leaveRoom } from './leave-room.ts';
import type { MeetingSession, SessionState } from './meeting-session.ts';
import { RoomBadges } from './RoomBadges.tsx';
import { RoomDialogs } from './RoomDialogs.tsx';
import { RoomHeader } from './RoomHeader.tsx';
import { RoomPanels } from './RoomPanels.tsx';
import { Stage } from './Stage.tsx';
import { allSides } from './side-panels.ts';
import { useAgentStatus } from './useAgentStatus.ts';
import { useDevices } from './useDevices.ts';
import { useNames } from './useNames.ts';
import { useRoomDialogs } from './useRoomDialogs.ts';
import { useRoomMetadata } from './useRoomMetadata.ts';
import { useRoomPersona } from './useRoomPersona.ts';
import { useRoomSides } from './useRoomSides.ts';
import { useStage } from './useStage.ts';
import { ViewMenu } from './ViewMenu.tsx';

interface RoomViewProps {
  joined: Joined;
  session: MeetingSession;
  state: SessionState;
  transcript: Transcript;
  assistant: Assistant;
  whereabouts: Whereabouts;
}

/** People, the AI participant with its captions under them, panels beside (sheets on a phone), what it asks over it. */
export function RoomView({ joined, session, state, transcript, assistant, whereabouts }: RoomViewProps) {
  const room = useRoomContext();
  const sides = useRoomSides();
  const dialogs = useRoomDialogs();
  const now = useRoomMetadata();
  const { persona, features, timeZone } = now;
  const agentStatus = useAgentStatus(joined.meeting.id, features);
  const me = useMyStanding(room, joined);
  useObeyHosts(room, session);
  const access = { meetingId: joined.meeting.id, apiToken: joined.apiToken };
  const mayModerate = may(me.role, 'moderate');
  const { main } = whereabouts;
  const isInMain = joined.meeting.id === main.meeting.id;
  const breakouts = useBreakouts(room, whereabouts, mayModerate);
  const reach = recordReach(breakouts.open, isInMain);
  const heldOffRecord = reach === 'meeting';
  const people = usePeople(room, access, mayModerate);
  const actions = useHostActions(access);
  useWaitingNotice(people.waiting, actions, sides.isOpen('people'));
  const personaName = useRoomPersona(persona, joined.meeting.personaName);
  const control = useAssistantControl(access);
  const recording = useRecordingControl(access, {
    ...{ me, features },
    onChoose: joined.pictures ? () => dialogs.show('record') : null,
  });
  useRecordingWish(room, recording);
  const devices = useDevices(session, me);
  const pip = usePip();
  const { approvals, replies, call } = assistant;
  const push = usePushToAsk({ call, microphoneOn: devices.microphone.on });
  const names = useNames();
  const chat = useChat(room, access, joined.participantId);
  const polls = usePolls(room, access, { me: joined.participantId, sides });
  const hands = useHands(room, access, joined.participantId);
  const reactions = useReactions(room, access);
  const share = useScreenShare(room, access, { me, rules: now.rules });
  const audioOnly = useAudioOnly(room, session, joined.meeting.id);
  const stage = useStage(now.board);
  const board = useBoard(room, access, { stage, exists: now.board, me: joined.participantId });
  const askClosed = whyClosed(agentStatus, personaName);
  const onShow = () => sides.show('ask')(true);
  const catchUp = useCatchUpOffer({ joined, transcript, replies, askClosed, onShow });
  const leave = () => leaveRoom(joined, session);
  const commands = useRoomCommands({
    code: main.meeting.code,
    breakouts: { list: () => breakouts.setListed(true), returnToMain: () => whereabouts.returnToMain() },
    ...{ me, isInMain, personaName, askClosed, features, devices, hands, reactions, share, board, recording },
    ...{ audioOnly, push, replies, stage, pip, sides, dialogs, polls, heldOffRecord },
    ...{ assistant: control, leave },
  });
  const agent: AgentView = {
    name: personaName,
    status: agentStatus,
    says: describeAgent(agentStatus, features.muted),
    menu: mayModerate && (
      <AssistantMenu
        name={personaName}
        mode={persona?.mode ?? null}
        features={features}
        heldOffRecord={heldOffRecord}
        changing={control.changing}
        onChange={control.change}
        onReplace={() => dialogs.show('persona')}
      />
    ),
  };
  const captions = { transcript, silence: whySilent(agentStatus, personaName) };
  const agentOnStage = stage.panels.includes('people') && agentStatus !== 'dismissed';
  const sheetOpen = !sides.wide && allSides.some(sides.isOpen);
  const notice = approvals.current && (
    <ApprovalNotice approval={approvals.current} personaName={personaName} onLook={sides.closeAll} />
  );
  return (
    <div className="flex h-full flex-col overflow-hidden bg-stage">
      <RoomHeader
        meeting={main.meeting}
        mayInvite={may(me.role, 'edit')}
        badge={<RoomBadges features={features} approvals={approvals} timeZone={timeZone} />}
        dialogs={dialogs}
        view={<ViewMenu stage={stage} pip={pip} />}
      />
      <ConnectionBanner state={state} />
      <BreakoutBar breakouts={breakouts} moderates={mayModerate} />
      <AudioOnlyNotice {...audioOnly} />
      <CatchUpNotice personaName={personaName} {...catchUp} />
      <OffTheRecord
        paused={features.paused}
        reach={reach}
        busy={control.changing}
        onResume={mayModerate && !heldOffRecord ? () => control.change({ paused: false }) : null}
      />
      <div className="flex min-h-0 flex-1">
        <main className="relative flex min-w-0 flex-1 flex-col gap-3 p-3 sm:p-4 short:gap-2 short:py-2">
          <ApprovalAnnouncer personaName={personaName} current={approvals.current} />
          <RoomCaptions at="top" {...captions} />
          <div className="relative flex min-h-0 flex-1">
            <Stage
              joined={joined}
              stage={stage}
              agent={agentOnStage ? agent : null}
              hands={hands.queue}
              share={share}
            />
            <RoomCaptions at="over" {...captions} />
            <ReactionFeed shown={reactions.shown} />
          </div>
          <TakeOverDialog {...share} />
          <div className="flex flex-col gap-2 sm:flex-row sm:gap-4">
            {!agentOnStage && <AgentStrip {...agent} />}
            <RoomCaptions at="bottom" {...captions} />
          </div>
          <CaptionAnnouncer store={transcript.store} />
          <ChatAnnouncer chat={chat} me={joined.participantId} />
          <HandsAnnouncer queue={hands.queue} me={joined.participantId} />
          <EnableSound />
          {!sheetOpen && (
            <RoomApproval
              approvals={approvals}
              personaName={personaName}
              me={joined.participantId}
              timeZone={timeZone}
              people={names}
              heard={transcript.store}
              onShowLine={sides.showLine}
            />
          )}
        </main>
        <RoomPanels
          {...{ joined, sides, notice, me, now, personaName, askClosed, replies, transcript }}
          {...{ chat, polls, people, hands, actions, isInMain }}
          pinning={stage.pinning}
          onBreakouts={mayModerate && isInMain ? () => breakouts.setListed(true) : null}
        />
      </div>
      <ControlBar
        isInMain={isInMain}
        me={me}
        devices={devices}
        push={may(me.role, 'speak') && <PushToAskButton personaName={personaName} push={push} />}
        hands={hands}
        share={share}
        board={board}
        reactions={reactions}
        handsUp={hands.queue.length}
        waiting={people.waiting.length}
        recording={recording}
        sides={sides}
        unread={chat.unread}
        polls={polls}
        dialogs={dialogs}
        onLeave={leave}
      />
      <PipPart
        small={pip.window}
        store={transcript.store}
        devices={may(me.role, 'speak') ? devices : null}
        screen={stage.screen}
        agent={agentStatus === 'dismissed' ? null : agent}
        pinned={stage.pinning.pinned}
        onLeave={leave}
      />
      <RoomDialogs {...{ joined, main, session, dialogs, commands, recording }} />
    </div>
  );
}

function whySilent(status: AgentStatus, name: string): string | null {
  if (status === 'paused') return 'Off the record: nothing is written down.';
  return status === 'dismissed' ? `${name} was sent away: nothing is written down.` : null;
}
