import type { BoardElement, DeletedElement } from './element.ts';

/** What decides between two states of one element. */
export type Version = Pick<BoardElement, 'version' | 'versionNonce'>;

/** Excalidraw's rule: the higher version; of two that are equal the one with the lower nonce. */
export function beats(a: Version, b: Version): boolean {
  return a.version === b.version ? a.versionNonce < b.versionNonce : a.version > b.version;
}

export function isSameVersion(a: Version, b: Version): boolean {
  return a.version === b.version && a.versionNonce === b.versionNonce;
}

/** A deletion as it is written over `now`, which this writer may not have seen: it holds in any case. */
export function deleteOver(deletion: DeletedElement, now: Version): DeletedElement {
  return beats(deletion, now) ? deletion : { ...deletion, version: now.version + 1 };
}

/**
 * What counts of states that people wrote without having seen each other's. A deletion stays, also against more
 * changes, so that nothing comes back which somebody has removed; whoever restores an element has seen that it was
 * deleted. A deletion takes a version above all others, by which it holds wherever one of them is shown.
 */
export function settle(states: Iterable<BoardElement>): BoardElement | null {
  let drawn: BoardElement | null = null;
  let deletion: DeletedElement | null = null;
  for (const state of states) {
    if (state.isDeleted && (!deletion || beats(state, deletion))) deletion = state;
    if (!state.isDeleted && (!drawn || beats(state, drawn))) drawn = state;
  }
  if (!drawn || !deletion) return drawn ?? deletion;
  return deleteOver(deletion, drawn);
}
