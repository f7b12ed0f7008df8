import { describe, expect, test } from 'vitest';
import { findCommands } from '../commands/find-commands.ts';
import { shortcutIds } from '../shortcuts/shortcuts.ts';
import { wordsAsQuestion } from './ask-commands.ts';
import { roomCommands } from './room-commands.ts';
import type { RoomControls } from './room-controls.ts';
import { buildRoom } from './testing.ts';

/** What is different from a room in which nothing special is. */
type Change = (usual: RoomControls) => Partial<RoomControls>;
const nothing: Change = () => ({});
const host: Change = () => ({ me: { role: 'host', silenced: false } });
const viewer: Change = () => ({ me: { role: 'viewer', silenced: false } });

function find(id: string, change = nothing) {
  const { room, done } = buildRoom();
  const command = roomCommands({ ...room, ...change(room) }).find((each) => each.id === id);
  return { command, done };
}
const labelOf = (id: string, change = nothing) => find(id, change).command?.label;
const refusalOf = (id: string, change = nothing) => find(id, change).command?.refused ?? null;
const doneBy = (id: string, change = nothing) => {
  const { command, done } = find(id, change);
  command?.run();
  return done;
};

describe(roomCommands, () => {
  test.each([['host'], ['participant'], ['viewer']] as const)(
    'has each name, each id and each key once for a %s',
    (role) => {
      const commands = roomCommands({ ...buildRoom().room, me: { role, silenced: false } });
      const keys = commands.flatMap(({ shortcut }) => shortcut ?? []);
      expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
      expect(new Set(commands.map(({ label }) => label)).size).toBe(commands.length);
      expect(keys.toSorted()).toEqual(shortcutIds.toSorted());
    },
  );

  test('says what each will do as things are', () => {
    expect(labelOf('microphone')).toBe('Turn off microphone');
    expect(labelOf('camera')).toBe('Turn on camera');
    const on: Change = ({ devices }) => ({
      devices: { ...devices, camera: { ...devices.camera, on: true } },
    });
    expect(labelOf('camera', on)).toBe('Turn off camera');
    expect([labelOf('side-transcript'), labelOf('side-chat')]).toEqual(['Hide transcript', 'Show chat']);
    const sharing: Change = ({ share }) => ({ share: { ...share, state: { status: 'sharing' } } });
    expect([labelOf('screen'), labelOf('screen', sharing)]).toEqual(['Share screen', 'Stop sharing']);
  });

  test('does what the controls do', () => {
    expect(doneBy('microphone')).toEqual([['microphone']]);
    expect(doneBy('hand')).toEqual([['hand', true]]);
    expect(doneBy('side-chat')).toEqual([['side', 'chat', true]]);
    expect(doneBy('side-transcript')).toEqual([['side', 'transcript', false]]);
    expect(doneBy('spotlight')).toEqual([['unpin'], ['choose', { layout: 'spotlight' }]]);
    expect(doneBy('devices')).toEqual([['dialog', 'devices']]);
    expect(doneBy('react-👏')).toEqual([['react', '👏']]);
    expect(doneBy('leave')).toEqual([['leave']]);
  });

  test('explains why something cannot be done now', () => {
    const closed = 'Only hosts can share a screen in this meeting.';
    const share =
      (change: Partial<RoomControls['share']>): Change =>
      (usual) => ({ share: { ...usual.share, ...change } });
    expect(refusalOf('microphone', viewer)).toBe('You watch this meeting and cannot send anything.');
    expect(refusalOf('microphone', () => ({ me: { role: 'guest', silenced: true } }))).toMatch(/^A host/);
    expect(refusalOf('screen', share({ closed }))).toBe(closed);
    expect(refusalOf('screen', share({ closed, state: { status: 'sharing' } }))).toBeNull();
    expect(refusalOf('screen', share({ offered: false }))).toMatch(/^This browser/);
    expect(refusalOf('ask-decisions', () => ({ askClosed: 'Nova was sent away.' }))).toBe(
      'Nova was sent away.',
    );
  });

  test('means oneself where a word fits several', () => {
    const { room } = buildRoom();
    const [first] = findCommands(roomCommands({ ...room, ...host(room) }), 'mute');
    expect(first?.commands[0]?.id).toBe('microphone');
  });

  test('leaves out what is for hosts', () => {
    const ids = ['invite', 'end', 'off-record', 'voice', 'persona'];
    expect(ids.filter((id) => find(id).command)).toEqual([]);
    expect(ids.filter((id) => find(id, host).command)).toEqual(ids);
  });

  test('lets hosts do what the state allows', () => {
    expect(find('lower-hands', host).command).toBeUndefined();
    const up: Change = (usual) => ({ ...host(usual), hands: { ...usual.hands, queue: ['a', 'b'] } });
    expect(doneBy('lower-hands', up)).toEqual([['lower']]);
    const withFeatures =
      (change: Partial<RoomControls['features']>): Change =>
      (usual) => ({ ...host(usual), features: { ...usual.features, ...change } });
    expect(doneBy('off-record', withFeatures({ paused: true }))).toEqual([['assistant', { paused: false }]]);
    const held: Change = (usual) => ({ ...host(usual), isInMain: false, heldOffRecord: true });
    expect(find('off-record', held).command?.refused).toBe('A host ends that in the main room.');
    const away = withFeatures({ dismissed: true });
    expect(find('persona', away).command).toBeUndefined();
    expect(doneBy('invite-back', away)).toEqual([['assistant', { dismissed: false }]]);
  });

  test('leads back from a breakout room, from which the meeting is not ended', () => {
    const away: Change = (usual) => ({ ...host(usual), isInMain: false });
    expect([find('end', away).command, find('breakouts', away).command]).toEqual([undefined, undefined]);
    expect(doneBy('main-room', away)).toEqual([['main room']]);
    expect(find('main-room', host).command).toBeUndefined();
    expect([doneBy('breakouts', host), doneBy('breakouts')]).toEqual([[['breakouts']], []]);
  });

  test('offers to ask for a recording, and nothing while one runs that others began', () => {
    const recording =
      (mayRecord: boolean): Change =>
      (usual) => ({ recording: { ...usual.recording, recording: true, mayRecord } });
    expect(labelOf('record')).toBe('Ask to record');
    expect(find('record', recording(false)).command).toBeUndefined();
    expect(labelOf('record', recording(true))).toBe('Stop recording');
  });

  test('offers what else can be on the stage, where there is something', () => {
    expect(find('stage-people').command).toBeUndefined();
    const shared: Change = ({ stage }) => ({
      stage: { ...stage, offered: ['screen', 'people'], panels: ['screen'] },
    });
    expect(labelOf('stage-screen', shared)).toBe('Hide shared screen');
    expect(doneBy('stage-people', shared)).toEqual([['stage', 'people']]);
  });

  test('offers picture in picture where the browser has it', () => {
    expect(labelOf('pip')).toBe('Picture in picture');
    expect(labelOf('pip', ({ pip }) => ({ pip: { ...pip, window } }))).toBe('Close picture in picture');
    expect(find('pip', ({ pip }) => ({ pip: { ...pip, offered: false } })).command).toBeUndefined();
  });

  test('asks for this person alone, where the answer is shown', () => {
    expect(doneBy('ask-catchUp')).toEqual([
      ['side', 'ask', true],
      ['ask', { kind: 'catchUp', question: '', audience: 'me' }],
    ]);
  });
});

describe(wordsAsQuestion, () => {
  test('asks what was typed, and nothing when nothing was', () => {
    const { room, done } = buildRoom();
    expect(wordsAsQuestion(room, '')).toEqual([]);
    wordsAsQuestion(room, 'When is it?')[0]?.run();
    expect(done.at(-1)).toEqual(['ask', { kind: 'question', question: 'When is it?', audience: 'me' }]);
  });
});
