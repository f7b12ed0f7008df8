import { useLocalParticipant } from '@livekit/components-react';
import { Phone, Settings2 } from 'lucide-react';
import { lazy, type ReactNode, useState } from 'react';
import { toast } from 'sonner';
import type { Joined } from '../../../../lib/messages.ts';
import { may } from '../../../../lib/roles.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { PartFailed } from '../../ui/PartFailed.tsx';
import { useRemembered } from '../../ui/remembered.ts';
import { leaveMeeting } from '../api/meetings.ts';
import { BoardButton } from '../board/BoardButton.tsx';
import type { BoardControl } from '../board/useBoard.ts';
import { CaptionButtons } from '../captions/CaptionButtons.tsx';
import { captionSettings, changeCaptions } from '../captions/caption-settings.ts';
import { HandButton } from '../hands/HandButton.tsx';
import { ReactionMenu } from '../hands/ReactionMenu.tsx';
import type { HandsControl } from '../hands/useHands.ts';
import type { Reactions } from '../hands/useReactions.ts';
import { DeviceButton } from '../lobby/DeviceButton.tsx';
import type { Standing } from '../people/standing.ts';
import { RecordButton } from '../recording/RecordButton.tsx';
import type { RecordingControl } from '../recording/useRecordingControl.ts';
import { ShareButton } from '../screen/ShareButton.tsx';
import type { ScreenShareControl } from '../screen/useScreenShare.ts';
import { useShortcutKey } from '../shortcuts/shortcuts-enabled.ts';
import { EndForAll } from './EndForAll.tsx';
import { MoreMenu } from './MoreMenu.tsx';
import type { MeetingSession } from './meeting-session.ts';
import { useRoomShortcuts } from './useRoomShortcuts.ts';
import { type RoomViewState, ViewButtons } from './ViewButtons.tsx';

const CaptionSettings = lazy(async () => ({
  default: (await import('../captions/CaptionSettings.tsx')).CaptionSettings,
}));
const DeviceSettings = lazy(async () => ({ default: (await import('./DeviceSettings.tsx')).DeviceSettings }));

interface ControlBarProps extends RoomViewState {
  joined: Joined;
  /** The end of a breakout room is not the meeting's: that one is ended from its main room. */
  isInMain: boolean;
  session: MeetingSession;
  me: Standing;
  /** Asks the AI participant aloud; null for those who cannot speak. */
  push: ReactNode;
  recording: RecordingControl;
  hands: HandsControl;
  reactions: Reactions;
  share: ScreenShareControl;
  board: BoardControl;
  /** The list of keys. */
  helpOpen: boolean;
  onHelp(open: boolean): void;
}

export function ControlBar({ joined, isInMain, session, me, push, recording, ...rest }: ControlBarProps) {
  const { hands, reactions, share, board, helpOpen, onHelp, ...view } = rest;
  const { isMicrophoneEnabled, isCameraEnabled } = useLocalParticipant();
  const captions = useRemembered(captionSettings);
  const [captionsOpen, setCaptionsOpen] = useState(false);
  const [settingsOpen, setSettingsOpen] = useState(false);
  const [askingToEnd, setAskingToEnd] = useState(false);
  const toggleMicrophone = () => {
    if (me.silenced) toast.info('A host turned off your microphone. Only a host can give it back.');
    else void session.setSending('microphone', !isMicrophoneEnabled);
  };
  const toggleCamera = () => void session.setSending('camera', !isCameraEnabled);
  useRoomShortcuts(me, {
    microphone: { on: isMicrophoneEnabled, toggle: toggleMicrophone },
    camera: { on: isCameraEnabled, toggle: toggleCamera },
    captions: { on: captions.on, toggle: () => changeCaptions({ on: !captions.on }) },
    hands,
    share,
    help: { on: helpOpen, toggle: () => onHelp(!helpOpen) },
  });
  const microphoneKey = useShortcutKey('microphone');
  const cameraKey = useShortcutKey('camera');
  const mayEnd = may(me.role, 'end') && isInMain;
  const onLeave = () => {
    session.finish('left');
    // LiveKit tells web as well; this only makes it known at once.
    leaveMeeting(joined.meeting.id, joined.apiToken).catch(() => undefined);
  };
  return (
    <footer className="flex items-center justify-center gap-2 px-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] max-[22rem]:gap-1 max-[22rem]:px-1 lg:gap-1 xl:gap-3 short:pb-1">
      {may(me.role, 'speak') && (
        <>
          <DeviceButton
            kind="microphone"
            on={isMicrophoneEnabled}
            takenAway={me.silenced}
            shortcutKey={microphoneKey}
            onToggle={toggleMicrophone}
          />
          <DeviceButton kind="camera" on={isCameraEnabled} shortcutKey={cameraKey} onToggle={toggleCamera} />
        </>
      )}
      <ShareButton {...share} />
      <BoardButton {...board} />
      {push}
      <HandButton {...hands} />
      <ReactionMenu send={reactions.send} />
      <CaptionButtons on={captions.on} onSettings={() => setCaptionsOpen(true)} />
      <ViewButtons {...view} />
      <RecordButton {...recording} />
      <IconButton
        label="Devices"
        icon={<Settings2 aria-hidden size={21} />}
        look="raised"
        size="large"
        className="max-lg:hidden"
        onClick={() => setSettingsOpen(true)}
      />
      <MoreMenu
        onDevices={() => setSettingsOpen(true)}
        onShortcuts={() => onHelp(true)}
        onCaptionSettings={() => setCaptionsOpen(true)}
        {...view}
        recording={recording}
        hands={hands}
        reactions={reactions}
        share={share}
        board={board}
        onEndForAll={mayEnd ? () => setAskingToEnd(true) : null}
      />
      <IconButton
        label="Leave meeting"
        icon={<Phone aria-hidden size={21} className="rotate-[135deg]" />}
        look="danger"
        size="large"
        className="lg:ml-3 lg:w-16"
        onClick={onLeave}
      />
      {mayEnd && (
        <Button
          look="dangerQuiet"
          size="large"
          className="max-lg:hidden"
          onClick={() => setAskingToEnd(true)}
        >
          End for all
        </Button>
      )}
      {captionsOpen && (
        <LazyPart failed={<PartFailed floats />}>
          <CaptionSettings onClose={() => setCaptionsOpen(false)} />
        </LazyPart>
      )}
      {settingsOpen && (
        <LazyPart failed={<PartFailed floats />}>
          <DeviceSettings onClose={() => setSettingsOpen(false)} />
        </LazyPart>
      )}
      <EndForAll joined={joined} session={session} asking={askingToEnd} onAskingChange={setAskingToEnd} />
    </footer>
  );
}
