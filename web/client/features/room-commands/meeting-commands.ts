import { may } from '../../../../lib/roles.ts';
import type { Command } from '../commands/command.ts';
import { recordLabel } from '../recording/record-label.ts';
import type { RoomControls } from './room-controls.ts';

const group = 'Meeting';

/** What concerns the whole meeting, or one's being in it. Those of hosts are absent for others. */
export function meetingCommands(room: RoomControls): Command[] {
  const moderates = may(room.me.role, 'moderate');
  return [
    ...recordCommands(room),
    ...inviteCommands(room),
    ...helpCommands(room),
    ...(moderates ? [...hostCommands(room), ...assistantCommands(room)] : []),
    ...breakoutCommands(room),
    ...leaveCommands(room),
  ];
}

function recordCommands({ recording }: RoomControls): Command[] {
  // While one runs there is nothing to ask for.
  if (recording.recording && !recording.mayRecord) return [];
  const label = recordLabel(recording);
  const refused = recording.busy ? 'It is about to change.' : null;
  return [{ id: 'record', label, words: 'recording', group, icon: 'record', refused, run: recording.toggle }];
}

function inviteCommands({ me, dialogs, copyLink }: RoomControls): Command[] {
  const link: Command = {
    id: 'link',
    label: 'Copy the link to this meeting',
    words: 'invite address url',
    group,
    icon: 'link',
    run: copyLink,
  };
  const invite: Command = {
    id: 'invite',
    label: 'Invite people',
    words: 'add mail guest',
    group,
    icon: 'invite',
    run: () => dialogs.show('invite'),
  };
  return may(me.role, 'edit') ? [link, invite] : [link];
}

function helpCommands({ dialogs }: RoomControls): Command[] {
  return [
    {
      id: 'devices',
      label: 'Devices',
      words: 'settings choose microphone camera speaker noise suppression background blur',
      group,
      icon: 'devices',
      run: () => dialogs.show('devices'),
    },
    {
      id: 'shortcuts',
      label: 'Keyboard shortcuts',
      words: 'keys help',
      group,
      icon: 'keyboard',
      shortcut: 'help',
      run: () => dialogs.show('shortcuts'),
    },
  ];
}

function hostCommands({ hands, features: { paused }, heldOffRecord, assistant }: RoomControls): Command[] {
  const up = hands.queue.length;
  const lower: Command = {
    id: 'lower-hands',
    label: up === 1 ? 'Lower the raised hand' : `Lower all ${up} hands`,
    group,
    icon: 'hand',
    run: () => hands.lower(),
  };
  const offRecord: Command = {
    id: 'off-record',
    label: paused ? 'Back on the record' : 'Go off the record',
    words: 'pause private confidential',
    group,
    icon: 'offRecord',
    refused: heldOffRecord ? 'A host ends that in the main room.' : null,
    run: () => assistant.change({ paused: !paused }),
  };
  return up > 0 ? [lower, offRecord] : [offRecord];
}

function assistantCommands({ features, personaName, assistant, dialogs }: RoomControls): Command[] {
  const { muted, dismissed } = features;
  if (dismissed) {
    const label = `Invite ${personaName} back`;
    const run = () => assistant.change({ dismissed: false });
    return [{ id: 'invite-back', label, words: 'assistant ai', group, icon: 'assistant', run }];
  }
  return [
    {
      id: 'voice',
      label: `Turn ${muted ? 'on' : 'off'} the voice of ${personaName}`,
      words: 'mute unmute assistant ai',
      group,
      icon: 'voice',
      run: () => assistant.change({ muted: !muted }),
    },
    {
      id: 'persona',
      label: 'Change AI participant',
      words: 'assistant persona replace',
      group,
      icon: 'replace',
      run: () => dialogs.show('persona'),
    },
  ];
}

function breakoutCommands({ me, isInMain, breakouts }: RoomControls): Command[] {
  const words = 'groups breakout';
  if (!isInMain) {
    const run = breakouts.returnToMain;
    return [{ id: 'main-room', label: 'Return to main room', words, group, icon: 'rooms', run }];
  }
  if (!may(me.role, 'moderate')) return [];
  return [{ id: 'breakouts', label: 'Breakout rooms', words, group, icon: 'rooms', run: breakouts.list }];
}

function leaveCommands({ me, isInMain, dialogs, leave }: RoomControls): Command[] {
  const leaveAlone: Command = {
    id: 'leave',
    label: 'Leave meeting',
    words: 'hang up exit quit',
    group,
    icon: 'leave',
    run: leave,
  };
  const end: Command = {
    id: 'end',
    label: 'End meeting for all',
    words: 'close finish',
    group,
    icon: 'leave',
    run: () => dialogs.show('end'),
  };
  return may(me.role, 'end') && isInMain ? [leaveAlone, end] : [leaveAlone];
}
