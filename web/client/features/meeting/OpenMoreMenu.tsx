import {
  Captions,
  ChartBarBig,
  Circle,
  CircleStop,
  Command,
  Hand,
  Keyboard,
  MessagesSquare,
  MonitorUp,
  NotebookPen,
  PhoneOff,
  Presentation,
  ScrollText,
  Settings2,
  Users,
} from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { MenuFrame } from '../../ui/MenuFrame.tsx';
import type { BoardControl } from '../board/useBoard.ts';
import { ReactionRow } from '../hands/ReactionRow.tsx';
import type { HandsControl } from '../hands/useHands.ts';
import type { Reactions } from '../hands/useReactions.ts';
import { recordLabel } from '../recording/record-label.ts';
import type { RecordingControl } from '../recording/useRecordingControl.ts';
import type { ScreenShareControl } from '../screen/useScreenShare.ts';
import { MoreButton } from './MoreButton.tsx';
import type { RoomDialogs } from './useRoomDialogs.ts';
import type { RoomViewState } from './ViewButtons.tsx';

export interface MoreMenuProps extends RoomViewState {
  recording: RecordingControl;
  hands: HandsControl;
  reactions: Reactions;
  share: ScreenShareControl;
  board: BoardControl;
  /** Whether this person may end the meeting for all. */
  mayEnd: boolean;
  dialogs: RoomDialogs;
}

const row =
  'flex min-h-11 w-full items-center gap-3 rounded-lg px-3 -outline-offset-2 data-disabled:opacity-55 data-highlighted:bg-sunken select-none';

/** Where it is narrow: what does not fit into the bar. It is open at first. */
export function OpenMoreMenu({ sides, waiting, unread, recording, hands, ...rest }: MoreMenuProps) {
  const { reactions, share, board, polls, mayEnd, dialogs } = rest;
  return (
    <MenuFrame
      trigger={<MoreButton unread={unread + polls.unread} />}
      defaultOpen
      align="center"
      className="min-w-56"
    >
      <ReactionRow send={reactions.send} />
      <DropdownMenu.Item onSelect={() => hands.setRaised(!hands.raised)} className={row}>
        <Hand aria-hidden size={19} />
        {hands.raised ? 'Lower hand' : 'Raise hand'}
      </DropdownMenu.Item>
      {share.offered && (
        <DropdownMenu.Item onSelect={share.toggle} className={row}>
          <MonitorUp aria-hidden size={19} />
          {share.state.status === 'sharing' ? 'Stop sharing' : 'Share screen'}
        </DropdownMenu.Item>
      )}
      <DropdownMenu.Item onSelect={board.toggle} className={row}>
        <Presentation aria-hidden size={19} />
        {board.shown ? 'Hide whiteboard' : 'Whiteboard'}
      </DropdownMenu.Item>
      <DropdownMenu.Separator className="my-1.5 h-px bg-line" />
      <DropdownMenu.Item onSelect={() => sides.show('transcript')(true)} className={row}>
        <ScrollText aria-hidden size={19} />
        Transcript
      </DropdownMenu.Item>
      <DropdownMenu.Item onSelect={() => sides.show('chat')(true)} className={row}>
        <MessagesSquare aria-hidden size={19} />
        {unread > 0 ? `Chat (${unread} unread)` : 'Chat'}
      </DropdownMenu.Item>
      <DropdownMenu.Item onSelect={() => sides.show('notes')(true)} className={row}>
        <NotebookPen aria-hidden size={19} />
        Notes
      </DropdownMenu.Item>
      {polls.offered && (
        <DropdownMenu.Item onSelect={() => sides.show('polls')(true)} className={row}>
          <ChartBarBig aria-hidden size={19} />
          {polls.unread > 0 ? `Polls (${polls.unread} to vote in)` : 'Polls'}
        </DropdownMenu.Item>
      )}
      <DropdownMenu.Item onSelect={() => dialogs.show('captions')} className={row}>
        <Captions aria-hidden size={19} />
        Captions
      </DropdownMenu.Item>
      <DropdownMenu.Item onSelect={() => sides.show('people')(true)} className={row}>
        <Users aria-hidden size={19} />
        {waiting > 0 ? `People (${waiting} waiting)` : 'People'}
      </DropdownMenu.Item>
      <DropdownMenu.Item onSelect={() => dialogs.show('devices')} className={row}>
        <Settings2 aria-hidden size={19} />
        Devices
      </DropdownMenu.Item>
      <DropdownMenu.Item onSelect={() => dialogs.show('shortcuts')} className={row}>
        <Keyboard aria-hidden size={19} />
        Keyboard shortcuts
      </DropdownMenu.Item>
      <DropdownMenu.Item onSelect={() => dialogs.show('commands')} className={row}>
        <Command aria-hidden size={19} />
        All commands
      </DropdownMenu.Item>
      {(recording.mayRecord || !recording.recording) && (
        <DropdownMenu.Item disabled={recording.busy} onSelect={recording.toggle} className={row}>
          {recording.recording ? (
            <CircleStop aria-hidden size={19} className="text-danger" />
          ) : (
            <Circle aria-hidden size={19} className="fill-danger text-danger" />
          )}
          {recordLabel(recording)}
        </DropdownMenu.Item>
      )}
      {mayEnd && (
        <DropdownMenu.Item onSelect={() => dialogs.show('end')} className={`${row} text-danger`}>
          <PhoneOff aria-hidden size={19} />
          End meeting for all
        </DropdownMenu.Item>
      )}
    </MenuFrame>
  );
}
