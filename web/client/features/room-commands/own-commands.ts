import { reactionSchema, reactions } from '../../../../lib/hand-messages.ts';
import { may } from '../../../../lib/roles.ts';
import type { Command } from '../commands/command.ts';
import { silencedWords } from '../meeting/useDevices.ts';
import type { RoomControls } from './room-controls.ts';

const group = 'You';

/** What this person sends to the others. */
export function ownCommands(room: RoomControls): Command[] {
  return [...deviceCommands(room), handCommand(room), screenCommand(room), pushCommand(room)];
}

function whyNothingIsSent({ me }: RoomControls): string | null {
  return may(me.role, 'speak') ? null : 'You watch this meeting and cannot send anything.';
}

function deviceCommands(room: RoomControls): Command[] {
  const { microphone, camera } = room.devices;
  const refused = whyNothingIsSent(room);
  return [
    {
      id: 'microphone',
      label: microphone.on ? 'Turn off microphone' : 'Turn on microphone',
      words: 'mute unmute',
      group,
      icon: 'microphone',
      shortcut: 'microphone',
      on: microphone.on,
      refused: refused ?? (room.me.silenced ? silencedWords : null),
      run: microphone.toggle,
    },
    {
      id: 'camera',
      label: camera.on ? 'Turn off camera' : 'Turn on camera',
      words: 'video picture',
      group,
      icon: 'camera',
      shortcut: 'camera',
      on: camera.on,
      refused,
      run: camera.toggle,
    },
  ];
}

function handCommand({ hands }: RoomControls): Command {
  return {
    id: 'hand',
    label: hands.raised ? 'Lower hand' : 'Raise hand',
    group,
    icon: 'hand',
    shortcut: 'hand',
    on: hands.raised,
    run: () => hands.busy || hands.setRaised(!hands.raised),
  };
}

function screenCommand(room: RoomControls): Command {
  const { state, offered, closed, toggle } = room.share;
  const sharing = state.status === 'sharing';
  const whyNot = offered ? closed : 'This browser cannot share a screen.';
  return {
    id: 'screen',
    label: sharing ? 'Stop sharing' : 'Share screen',
    words: 'present window',
    group,
    icon: 'screen',
    shortcut: 'screen',
    on: sharing,
    refused: whyNothingIsSent(room) ?? (sharing ? null : whyNot),
    run: toggle,
  };
}

function pushCommand(room: RoomControls): Command {
  const { push, personaName, askClosed } = room;
  return {
    id: 'push',
    label: push.active ? 'Finish your question' : `Ask ${personaName} aloud`,
    words: 'push to ask talk',
    group,
    icon: 'assistant',
    refused: whyNothingIsSent(room) ?? askClosed,
    run: () => push.setActive(!push.active),
  };
}

/** As everyone sees them for a moment. */
export function reactionCommands({ reactions: { send } }: RoomControls): Command[] {
  return reactionSchema.options.map((reaction) => ({
    id: `react-${reaction}`,
    label: `React ${reaction} ${reactions[reaction]}`,
    words: 'reaction emoji',
    group: 'Reactions',
    icon: 'reaction',
    run: () => send(reaction),
  }));
}
