import type { OpenRooms } from '../../../../lib/breakout-messages.ts';

/** Messages say what changes. This is for one that LiveKit never had: it holds for the whole meeting. */
const netMs = { closed: 120_000, open: 60_000 } as const;
/** Who comes and goes is told by no message, and seen only by whoever looks at the list. */
const listedMs = { hosting: 5_000, choosing: 15_000 } as const;
/** Web closes rooms every second. */
const closedByMs = 2_000;

interface Watching {
  open: Pick<OpenRooms, 'closesInMs'> | null;
  /** The list of rooms is on the screen. */
  listed: boolean;
  moderates: boolean;
}

/** After how long a page asks again for the breakout rooms, counted from the last answer. */
export function recheckMs({ open, listed, moderates }: Watching): number {
  if (!open) return netMs.closed;
  const usual = listed ? listedMs[moderates ? 'hosting' : 'choosing'] : netMs.open;
  return open.closesInMs === null ? usual : Math.min(usual, open.closesInMs + closedByMs);
}
