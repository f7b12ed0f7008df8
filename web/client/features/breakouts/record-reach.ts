import type { OpenRooms } from '../../../../lib/breakout-messages.ts';

/** Who goes off the record together: `room` this one alone, `rooms` all breakout rooms too, `meeting` whoever the main room took along. */
export type RecordReach = 'room' | 'rooms' | 'meeting';

/** What off the record means where somebody is. */
export function recordReach(open: Pick<OpenRooms, 'offRecord'> | null, isInMain: boolean): RecordReach {
  if (!open) return 'room';
  if (isInMain) return 'rooms';
  return open.offRecord ? 'meeting' : 'room';
}
