import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';

/**
 * One update with everything that these add up to; what was deleted is left out of it. Those that Yjs cannot read are
 * skipped and counted: one of them must not take the others along.
 */
export function mergeUpdates(updates: readonly Uint8Array[]): { state: Uint8Array; broken: number } {
  const doc = new Doc();
  let broken = 0;
  doc.transact(() => {
    for (const update of updates) if (!tryApply(doc, update)) broken += 1;
  });
  const state = encodeStateAsUpdate(doc);
  doc.destroy();
  return { state, broken };
}

/** False when Yjs cannot read the update. */
export function tryApply(doc: Doc, update: Uint8Array, origin?: unknown): boolean {
  try {
    applyUpdate(doc, update, origin);
    return true;
  } catch {
    return false;
  }
}
