import type { RoomControls } from './room-controls.ts';

/** A room in which nothing special is, and a list of what was done in it. */
export function buildRoom(): { room: RoomControls; done: unknown[][] } {
  const done: unknown[][] = [];
  const note =
    (...what: unknown[]) =>
    (...more: unknown[]) =>
      void done.push([...what, ...more]);
  const room: RoomControls = {
    me: { role: 'participant', silenced: false },
    isInMain: true,
    personaName: 'Nova',
    askClosed: null,
    features: { paused: false, muted: false, dismissed: false },
    devices: {
      microphone: { on: true, toggle: note('microphone') },
      camera: { on: false, toggle: note('camera') },
    },
    captions: { on: true, toggle: note('captions') },
    hands: { queue: [], raised: false, busy: false, setRaised: note('hand'), lower: note('lower') },
    reactions: { send: note('react') },
    share: { state: { status: 'idle' }, offered: true, closed: null, toggle: note('share') },
    board: { shown: false, toggle: note('board') },
    recording: {
      recording: false,
      mayRecord: false,
      busy: false,
      toggle: note('record'),
      start: note('start'),
    },
    audioOnly: { on: false, turnOn: note('audio only'), turnOff: note('video again') },
    push: { active: false, setActive: note('push') },
    replies: { ask: note('ask') },
    stage: {
      offered: ['people'],
      panels: ['people'],
      toggle: note('stage'),
      choices: { panels: ['people'], direction: null, shares: {}, layout: 'grid', hidesSelf: false },
      choose: note('choose'),
      pinning: { pinned: null, of: () => ({ pinned: false, toggle() {} }), unpin: note('unpin') },
    },
    pip: { offered: true, window: null, toggle: note('pip') },
    sides: { isOpen: (side) => side === 'transcript', show: (side) => note('side', side) },
    polls: { offered: true },
    dialogs: { show: note('dialog') },
    breakouts: { list: note('breakouts'), returnToMain: note('main room') },
    heldOffRecord: false,
    assistant: { change: note('assistant') },
    copyLink: note('link'),
    leave: note('leave'),
  };
  return { room, done };
}
