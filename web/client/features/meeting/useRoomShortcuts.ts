import { may } from '../../../../lib/roles.ts';
import type { HandsControl } from '../hands/useHands.ts';
import type { Standing } from '../people/standing.ts';
import type { ScreenShareControl } from '../screen/useScreenShare.ts';
import { type Switch, useShortcuts } from '../shortcuts/useShortcuts.ts';

interface RoomSwitches {
  microphone: Switch;
  camera: Switch;
  captions: Switch;
  help: Switch;
  hands: HandsControl;
  share: ScreenShareControl;
}

/** Keys for the controls of the room, as far as this person may use them. */
export function useRoomShortcuts(me: Standing, { hands, share, ...switches }: RoomSwitches): void {
  const onlyWatches = may(me.role, 'speak')
    ? null
    : { refused: 'You watch this meeting and cannot send anything.' };
  useShortcuts({
    ...switches,
    microphone: onlyWatches ?? switches.microphone,
    camera: onlyWatches ?? switches.camera,
    hand: { on: hands.raised, toggle: () => hands.busy || hands.setRaised(!hands.raised) },
    screen: share.offered
      ? { on: share.state.status === 'sharing', toggle: share.toggle }
      : (onlyWatches ?? { refused: 'This browser cannot share a screen.' }),
  });
}
