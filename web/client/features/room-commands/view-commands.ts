import type { Command } from '../commands/command.ts';
import { allSides, type Side } from '../meeting/side-panels.ts';
import type { RoomControls } from './room-controls.ts';

const sideNames: Record<Side, { label: string; words: string; icon: Command['icon'] }> = {
  transcript: { label: 'transcript', words: 'lines what was said', icon: 'transcript' },
  ask: { label: 'questions', words: 'ask answers', icon: 'ask' },
  chat: { label: 'chat', words: 'message write', icon: 'chat' },
  notes: { label: 'notes', words: 'write document', icon: 'notes' },
  polls: { label: 'polls', words: 'vote question choices survey', icon: 'polls' },
  people: { label: 'people', words: 'participants who waiting', icon: 'people' },
};

const group = 'View';

/** What this person looks at, and how. Nobody else is told. */
export function viewCommands(room: RoomControls): Command[] {
  return [
    ...captionCommands(room),
    ...panelCommands(room),
    ...layoutCommands(room),
    ...pipCommands(room),
    audioOnlyCommand(room),
  ];
}

function captionCommands({ captions, dialogs }: RoomControls): Command[] {
  return [
    {
      id: 'captions',
      label: captions.on ? 'Hide captions' : 'Show captions',
      words: 'subtitles',
      group,
      icon: 'captions',
      shortcut: 'captions',
      on: captions.on,
      run: captions.toggle,
    },
    {
      id: 'caption-settings',
      label: 'Caption settings',
      words: 'subtitles size position',
      group,
      icon: 'captions',
      run: () => dialogs.show('captions'),
    },
  ];
}

/** Beside the stage and on it. */
function panelCommands({ sides, board, stage, polls }: RoomControls): Command[] {
  const onStage = {
    screen: { name: 'shared screen', icon: 'screen', words: '', run: () => stage.toggle('screen') },
    board: { name: 'whiteboard', icon: 'board', words: 'draw sketch', run: board.toggle },
    people: { name: 'people on the stage', icon: 'people', words: '', run: () => stage.toggle('people') },
  } as const;
  // The board is also there to be made; people are alone where there is nothing else.
  const others = stage.offered.length > 1 ? stage.offered.filter((panel) => panel !== 'board') : [];
  const shown = allSides.filter((side) => side !== 'polls' || polls.offered);
  return [
    ...shown.map((side) => ({
      id: `side-${side}`,
      label: `${sides.isOpen(side) ? 'Hide' : 'Show'} ${sideNames[side].label}`,
      words: `panel ${sideNames[side].words}`,
      group,
      icon: sideNames[side].icon,
      run: () => sides.show(side)(!sides.isOpen(side)),
    })),
    ...(['board', ...others] as const).map((panel) => ({
      id: `stage-${panel}`,
      label: `${stage.panels.includes(panel) ? 'Hide' : 'Show'} ${onStage[panel].name}`,
      words: `panel ${onStage[panel].words}`,
      group,
      icon: onStage[panel].icon,
      run: onStage[panel].run,
    })),
  ];
}

function layoutCommands({ stage: { choices, choose, pinning } }: RoomControls): Command[] {
  const arrange = (layout: 'grid' | 'spotlight') => () => {
    pinning.unpin();
    choose({ layout });
  };
  return [
    {
      id: 'grid',
      label: 'Grid: everyone is the same size',
      words: 'layout gallery tiles',
      group,
      icon: 'layout',
      run: arrange('grid'),
    },
    {
      id: 'spotlight',
      label: 'Spotlight: whoever speaks is large',
      words: 'layout speaker',
      group,
      icon: 'spotlight',
      run: arrange('spotlight'),
    },
    {
      id: 'self',
      label: choices.hidesSelf ? 'Show my own tile' : 'Hide my own tile',
      words: 'self view',
      group,
      icon: 'profile',
      run: () => choose({ hidesSelf: !choices.hidesSelf }),
    },
  ];
}

function pipCommands({ pip }: RoomControls): Command[] {
  if (!pip.offered) return [];
  const label = pip.window ? 'Close picture in picture' : 'Picture in picture';
  return [{ id: 'pip', label, words: 'small window float', group, icon: 'pip', run: pip.toggle }];
}

function audioOnlyCommand({ audioOnly }: RoomControls): Command {
  return {
    id: 'audio-only',
    label: audioOnly.on ? 'Turn the pictures of others on again' : 'Audio only',
    words: 'network video bandwidth',
    group,
    icon: 'voice',
    run: audioOnly.on ? audioOnly.turnOff : audioOnly.turnOn,
  };
}
