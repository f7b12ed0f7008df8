/** Sends one forgery and says what came of it. */
import type { Forgery } from './forgery.ts';
import type { Intruder } from './intruder.ts';
import { isCall, type Witness } from './witness.ts';

export interface Outcome {
  /** How it shows that somebody believed it; empty when nobody did. */
  accepted: string[];
  /** Why it could not be sent at all; null when it was. */
  failure: string | null;
  /** The victim's browser received it, and had to make up its own mind. */
  arrived: boolean;
}

/** Pages call web from time to time anyway: only what they do each time is an answer to a forgery. */
const tries = 3;

export async function tryForgery(forgery: Forgery, intruder: Intruder, witness: Witness): Promise<Outcome> {
  for (let left = tries; ; left -= 1) {
    await witness.look();
    let failure: string | null = null;
    const said = await forgery.send().catch((error: Error) => {
      failure = error.message;
      return null;
    });
    await witness.settle(intruder);
    const { happened, received } = await witness.look();
    const effects = happened.filter((each) => !forgery.allows?.test(each));
    const accepted = said === null ? effects : [said, ...effects];
    if (!accepted.every(isCall) || accepted.length === 0 || left === 1) {
      const fromIntruder = received.filter(
        ({ participantIdentity }) => participantIdentity === intruder.joined.participantId,
      );
      // One of them is the mark that follows each forgery.
      return { accepted, failure, arrived: fromIntruder.length > 1 };
    }
  }
}
