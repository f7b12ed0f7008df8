import type { ParticipantId } from '../../lib/ids.ts';

/** Whose caret it is, as the others see it. */
export interface PresentUser {
  id: ParticipantId | null;
  name: string;
}

/**
 * Makes what a browser says of its own caret and selection fit for the others, in place. The name is the server's, who
 * only reads has nothing to point with, and the state of somebody else's browser cannot be changed.
 */
export function stampPresence(
  states: Map<number, Record<string, unknown>>,
  { user, mayWrite, isForeign }: { user: PresentUser; mayWrite: boolean; isForeign(client: number): boolean },
): void {
  for (const [client, state] of states) {
    if (isForeign(client) || typeof state !== 'object' || state === null) states.delete(client);
    else states.set(client, mayWrite ? { ...state, user } : { user });
  }
}
