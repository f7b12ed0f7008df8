import type { BreakoutRoom, OpenRooms } from '../../../../lib/breakout-messages.ts';

/** Where a person should be. `isAsked`: they are taken there after a moment; else they can go when they like. */
export type Move =
  | { kind: 'none' }
  | { kind: 'room'; room: BreakoutRoom; isAsked: boolean }
  | { kind: 'main'; isAsked: boolean };

interface Situation {
  open: OpenRooms | null;
  mainId: string;
  /** The room in which the person is. */
  hereId: string;
  /** What was entered or put aside last. */
  settledFor: string | null;
  /** Hosts go wherever they like. */
  moderates: boolean;
}

/** What the places that hosts gave mean for one person. */
export function findMove({ open, mainId, hereId, settledFor, moderates }: Situation): Move {
  if (!open) return { kind: 'none' };
  const { mine } = open;
  const room = open.rooms.find(({ id }) => id === mine);
  if (room && room.id !== hereId) return { kind: 'room', room, isAsked: settledFor !== room.id };
  const belongsInMain = !room && hereId !== mainId && open.choice === 'assigned' && !moderates;
  return belongsInMain ? { kind: 'main', isAsked: settledFor !== mainId } : { kind: 'none' };
}
