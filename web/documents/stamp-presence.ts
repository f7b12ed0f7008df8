import type { ParticipantId } from '../../lib/ids.ts';

/** Whose caret it is, as the others see it. */
export interface PresentUser {
  id: ParticipantId;
  name: string;
}

/**
 * Makes what a browser says of its own caret and selection fit for the others, in place. The name is the server's,
 * and who only reads has nothing to point with.
 */
export function stampPresence(
  states: Map<number, Record<string, unknown>>,
  { user, mayWrite }: { user: PresentUser; mayWrite: boolean },
): void {
  for (const [client, state] of states) {
    if (typeof state !== 'object' || state === null) states.delete(client);
    else states.set(client, mayWrite ? { ...state, user } : { user });
  }
}
