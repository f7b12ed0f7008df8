import type { Joined } from '../../../../lib/messages.ts';

/** Where this person is in the meeting, and the ways from there. */
export interface Whereabouts {
  /** The join of the main room: it speaks for the person wherever they are. */
  main: Joined;
  here: Joined;
  /** The room that was entered or put aside last: nobody is taken there by itself again. */
  settledFor: string | null;
  /** What to say on arrival. */
  arrival: string | null;
  enter(room: Joined): void;
  returnToMain(): void;
  settle(roomId: string): void;
}
