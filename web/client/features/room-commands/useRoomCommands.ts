import { toast } from 'sonner';
import { useRemembered } from '../../ui/remembered.ts';
import { captionSettings, changeCaptions } from '../captions/caption-settings.ts';
import type { Command } from '../commands/command.ts';
import { useCommandKey } from '../commands/useCommandKey.ts';
import { copyLink } from '../meeting/copy-link.ts';
import { useShortcuts } from '../shortcuts/useShortcuts.ts';
import { wordsAsQuestion } from './ask-commands.ts';
import { roomCommands } from './room-commands.ts';
import type { RoomControls } from './room-controls.ts';

type UseRoomCommandsOptions = Omit<RoomControls, 'captions' | 'copyLink'> & {
  /** Of the meeting. */
  code: string;
};

export interface RoomCommands {
  all: readonly Command[];
  forWords(words: string): readonly Command[];
}

/** What can be done in the room; their keys work as long as this is rendered. */
export function useRoomCommands({ code, ...rest }: UseRoomCommandsOptions): RoomCommands {
  const { on } = useRemembered(captionSettings);
  const room: RoomControls = {
    ...rest,
    captions: { on, toggle: () => changeCaptions({ on: !on }) },
    copyLink: () => void copyLink(code).then((copied) => copied && toast.success('Link copied')),
  };
  const all = roomCommands(room);
  useShortcuts(all);
  useCommandKey(() => room.dialogs.show('commands'));
  return { all, forWords: (words) => wordsAsQuestion(room, words) };
}
