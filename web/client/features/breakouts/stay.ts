/** Where a person is while they are in a meeting: in its main room, or in one of its breakout rooms. */
import type { Joined } from '../../../../lib/messages.ts';
import type { Choices } from '../lobby/remembered-choices.ts';
import type { Ending } from '../meeting/ending.ts';
import type { Sending } from '../meeting/meeting-session.ts';

export interface Stay {
  /** The join of the main room: it speaks for the person wherever they are. */
  main: Joined;
  /** The room in which they are; `main` itself in the main room. */
  here: Joined;
  choices: Choices;
  /** Whether `here` has a token that was not used yet. */
  isFresh: boolean;
  /** The breakout room that was entered or put aside last: nobody is taken there by itself again. */
  settledFor: string | null;
  /** What to say on arrival. */
  arrival: string | null;
}

export function beginStay(joined: Joined, choices: Choices): Stay {
  return { main: joined, here: joined, choices, isFresh: true, settledFor: null, arrival: null };
}

export const isInBreakout = ({ main, here }: Pick<Stay, 'main' | 'here'>) =>
  here.meeting.id !== main.meeting.id;

/** Microphone and camera stay as they are. */
export function goToBreakout(stay: Stay, room: Joined, sending: Sending): Stay {
  const { choices } = stay;
  return {
    ...stay,
    here: room,
    choices: { ...choices, ...sending },
    isFresh: true,
    settledFor: room.meeting.id,
    arrival: null,
  };
}

export function goToMain(stay: Stay, sending: Sending, arrival: string | null = null): Stay {
  const { main, choices } = stay;
  return {
    ...stay,
    // Whoever had to come in with the microphone off has come in, and missed nothing by that.
    here: { ...main, microphoneOff: false, missedMs: null },
    choices: { ...choices, ...sending },
    isFresh: false,
    arrival,
  };
}

/** What is said to whoever finds themselves in the main room again. A place may be lost while one is offline. */
const arrivals: Partial<Record<Ending, string>> = {
  ended: 'The breakout room has closed. You are back in the main room.',
  removed: 'A host took you out of the breakout room.',
  lost: 'You could not come back into the breakout room.',
};

/** The end of a breakout room leads back to the main room; null when it is the person who is out of the meeting. */
export function afterEnding(stay: Stay, ending: Ending, sending: Sending): Stay | null {
  const arrival = arrivals[ending];
  return isInBreakout(stay) && arrival ? goToMain(stay, sending, arrival) : null;
}
