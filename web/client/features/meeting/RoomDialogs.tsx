import { lazy } from 'react';
import type { Joined } from '../../../../lib/messages.ts';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { PartFailed } from '../../ui/PartFailed.tsx';
import type { RecordingControl } from '../recording/useRecordingControl.ts';
import type { RoomCommands } from '../room-commands/useRoomCommands.ts';
import { EndForAll } from './EndForAll.tsx';
import type { MeetingSession } from './meeting-session.ts';
import type { RoomDialogs as Dialogs } from './useRoomDialogs.ts';

const CaptionSettings = lazy(async () => ({
  default: (await import('../captions/CaptionSettings.tsx')).CaptionSettings,
}));
const ChoosePersona = lazy(async () => ({ default: (await import('./ChoosePersona.tsx')).ChoosePersona }));
const CommandPalette = lazy(async () => ({
  default: (await import('../commands/CommandPalette.tsx')).CommandPalette,
}));
const DeviceSettings = lazy(async () => ({ default: (await import('./DeviceSettings.tsx')).DeviceSettings }));
const InviteDialog = lazy(async () => ({
  default: (await import('../meetings/InviteDialog.tsx')).InviteDialog,
}));
const RecordDialog = lazy(async () => ({
  default: (await import('../recording/RecordDialog.tsx')).RecordDialog,
}));
const ShortcutsDialog = lazy(async () => ({
  default: (await import('../shortcuts/ShortcutsDialog.tsx')).ShortcutsDialog,
}));

interface RoomDialogsProps {
  joined: Joined;
  /** The join of the main room: invitations are to the whole meeting. */
  main: Joined;
  session: MeetingSession;
  dialogs: Dialogs;
  commands: RoomCommands;
  recording: RecordingControl;
}

/** What stands over the room, each loaded when it is opened. */
export function RoomDialogs({ joined, main, session, dialogs, commands, recording }: RoomDialogsProps) {
  const { open, close } = dialogs;
  return (
    <>
      {/* One that could not be loaded is not in the way of the others. */}
      <LazyPart key={open} failed={<PartFailed onDismiss={close} />}>
        {open === 'commands' && (
          <CommandPalette commands={commands.all} forWords={commands.forWords} onClose={close} />
        )}
        {open === 'shortcuts' && <ShortcutsDialog commands={commands.all} onClose={close} />}
        {open === 'captions' && <CaptionSettings onClose={close} />}
        {open === 'devices' && <DeviceSettings onClose={close} />}
        {open === 'invite' && <InviteDialog meeting={main.meeting} token={main.apiToken} onClose={close} />}
        {open === 'record' && <RecordDialog recording={recording} onClose={close} />}
        {open === 'persona' && <ChoosePersona joined={joined} onClose={close} />}
      </LazyPart>
      <EndForAll joined={joined} session={session} asking={open === 'end'} onClose={close} />
    </>
  );
}
