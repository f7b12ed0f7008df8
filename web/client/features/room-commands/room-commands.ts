import type { Command } from '../commands/command.ts';
import { askCommands } from './ask-commands.ts';
import { meetingCommands } from './meeting-commands.ts';
import { ownCommands, reactionCommands } from './own-commands.ts';
import type { RoomControls } from './room-controls.ts';
import { viewCommands } from './view-commands.ts';

/** Everything that this person can do in the room, in order. Keys, their help sheet and the list of commands read it. */
export function roomCommands(room: RoomControls): Command[] {
  return [
    ...ownCommands(room),
    ...viewCommands(room),
    ...askCommands(room),
    ...meetingCommands(room),
    ...reactionCommands(room),
  ];
}
