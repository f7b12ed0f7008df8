import { Phone, Settings2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { may } from '../../../../lib/roles.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useRemembered } from '../../ui/remembered.ts';
import { BoardButton } from '../board/BoardButton.tsx';
import type { BoardControl } from '../board/useBoard.ts';
import { CaptionButtons } from '../captions/CaptionButtons.tsx';
import { captionSettings } from '../captions/caption-settings.ts';
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
import { MoreMenu } from './MoreMenu.tsx';
import type { Devices } from './useDevices.ts';
import type { RoomDialogs } from './useRoomDialogs.ts';
import { type RoomViewState, ViewButtons } from './ViewButtons.tsx';

interface ControlBarProps extends RoomViewState {
  /** The end of a breakout room is not the meeting's: that one is ended from its main room. */
  isInMain: boolean;
  me: Standing;
  devices: Devices;
  /** Asks the AI participant aloud; null for those who cannot speak. */
  push: ReactNode;
  recording: RecordingControl;
  hands: HandsControl;
  reactions: Reactions;
  share: ScreenShareControl;
  board: BoardControl;
  dialogs: RoomDialogs;
  onLeave(): void;
}

export function ControlBar({ isInMain, me, devices, push, recording, ...rest }: ControlBarProps) {
  const { hands, reactions, share, board, dialogs, onLeave, ...view } = rest;
  const { microphone, camera } = devices;
  const captions = useRemembered(captionSettings);
  const microphoneKey = useShortcutKey('microphone');
  const cameraKey = useShortcutKey('camera');
  const mayEnd = may(me.role, 'end') && isInMain;
  return (
    <footer className="flex items-center justify-center gap-2 px-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] max-[22rem]:gap-1 max-[22rem]:px-1 lg:gap-1 xl:gap-3 short:pb-1 lg:max-xl:[&_.size-12]:size-11 lg:max-xl:[&_.h-12]:h-11">
      {may(me.role, 'speak') && (
        <>
          <DeviceButton
            kind="microphone"
            on={microphone.on}
            takenAway={me.silenced}
            shortcutKey={microphoneKey}
            onToggle={microphone.toggle}
          />
          <DeviceButton kind="camera" on={camera.on} shortcutKey={cameraKey} onToggle={camera.toggle} />
        </>
      )}
      <Divider />
      <ShareButton {...share} />
      <BoardButton {...board} />
      {push}
      <HandButton {...hands} />
      <ReactionMenu send={reactions.send} />
      <Divider />
      <CaptionButtons on={captions.on} onSettings={() => dialogs.show('captions')} />
      <ViewButtons {...view} />
      <Divider />
      <RecordButton {...recording} />
      <IconButton
        label="Devices"
        icon={<Settings2 aria-hidden size={21} />}
        look="raised"
        size="large"
        className="max-lg:hidden"
        onClick={() => dialogs.show('devices')}
      />
      <MoreMenu
        {...view}
        recording={recording}
        hands={hands}
        reactions={reactions}
        share={share}
        board={board}
        mayEnd={mayEnd}
        dialogs={dialogs}
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
          className="max-lg:hidden whitespace-nowrap"
          onClick={() => dialogs.show('end')}
        >
          End for all
        </Button>
      )}
    </footer>
  );
}

/** Between what belongs together; where the bar is narrow, distance has to do. */
function Divider() {
  return <span aria-hidden className="h-7 w-px shrink-0 bg-line-strong/40 max-xl:hidden" />;
}
