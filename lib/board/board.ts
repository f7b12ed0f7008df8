/**
 * A whiteboard in a Yjs document. Each writer has an entry of their own for an element, and removes the entries of it
 * that they have seen: what is left was written without knowing of each other, and `settle` says what counts. So two
 * people who change one element at once never lose a deletion to the order in which their updates arrive.
 */
import type * as Y from 'yjs';
import { type BoardElement, type DrawnElement, packElement, parseElement } from './element.ts';
import { boardLimits } from './limits.ts';
import { byOrder } from './order-key.ts';
import { beats, deleteOver, isSameVersion, settle } from './settle.ts';

/** Name of the map in the document. */
export const elementsName = 'elements';

/** Why an element was not written. `stale`: somebody else's state of it counts. */
export type Refusal = 'invalid' | 'full' | 'stale';

export interface Board {
  /** An element as it counts now; null when it was never there. */
  get(id: string): BoardElement | null;
  /** Those that are to be seen, from back to front. */
  drawn(): DrawnElement[];
  /** Every id that was ever there. */
  ids(): string[];
  /** Entries of the document that are no elements: nothing of them is shown. */
  ignored(): number;
  /**
   * Writes what has changed, as Excalidraw has it. `restored`: those that this writer has seen deleted and brings back.
   * Returns what was not written.
   */
  write(elements: readonly { id: string }[], restored?: ReadonlySet<string>): Map<string, Refusal>;
  /** Tells ids of elements that count otherwise than before; `own` when this writer did it. */
  subscribe(onChange: (ids: ReadonlySet<string>, own: boolean) => void): () => void;
  close(): void;
}

/** Whose element an entry is of; null for a key that is none. */
export function elementOfKey(key: string): string | null {
  return key.match(/^([\w-]{1,64}):\d{1,16}$/)?.[1] ?? null;
}

export function createBoard(doc: Y.Doc): Board {
  const map = doc.getMap<unknown>(elementsName);
  const mine = (id: string) => `${id}:${doc.clientID}`;
  /** What parses, by id and by key. */
  const states = new Map<string, Map<string, BoardElement>>();
  const settled = new Map<string, BoardElement>();
  const ignored = new Set<string>();
  const listeners = new Set<(ids: ReadonlySet<string>, own: boolean) => void>();
  let drawnCount = 0;

  const read = (key: string): string | null => {
    const id = elementOfKey(key);
    const value = map.get(key);
    const element = value === undefined ? null : parseElement(value);
    const isIts = element !== null && element.id === id;
    if (value !== undefined && !isIts) ignored.add(key);
    else ignored.delete(key);
    if (id === null) return null;
    const known = states.get(id) ?? new Map<string, BoardElement>();
    if (isIts) known.set(key, element);
    else known.delete(key);
    states.set(id, known);
    return id;
  };

  const settleOne = (id: string): boolean => {
    const before = settled.get(id) ?? null;
    const now = settle(states.get(id)?.values() ?? []);
    drawnCount += Number(isDrawn(now)) - Number(isDrawn(before));
    if (now) settled.set(id, now);
    else settled.delete(id);
    return before && now ? !isSameVersion(before, now) : before !== now;
  };

  const onEvent = (event: Y.YMapEvent<unknown>, transaction: Y.Transaction) => {
    const touched = new Set<string>();
    for (const key of event.keysChanged) {
      const id = read(key);
      if (id !== null) touched.add(id);
    }
    const changed = new Set([...touched].filter(settleOne));
    if (changed.size === 0) return;
    for (const listener of listeners) listener(changed, transaction.local);
  };

  for (const key of map.keys()) read(key);
  for (const id of states.keys()) settleOne(id);
  map.observe(onEvent);

  const whyNot = (element: BoardElement, restored: ReadonlySet<string>, added: number): Refusal | null => {
    if (element.isDeleted) return null;
    const now = settled.get(element.id);
    if (now && !beats(element, now)) return 'stale';
    if (now?.isDeleted && !restored.has(element.id)) return 'stale';
    if (isDrawn(now ?? null)) return null;
    return drawnCount + added >= boardLimits.elements ? 'full' : null;
  };

  const put = (element: BoardElement) => {
    for (const key of states.get(element.id)?.keys() ?? []) {
      if (key !== mine(element.id)) map.delete(key);
    }
    map.set(mine(element.id), packElement(element));
  };

  return {
    get: (id) => settled.get(id) ?? null,
    drawn: () => [...settled.values()].filter(isDrawn).sort(byOrder),
    ids: () => [...settled.keys()],
    ignored: () => ignored.size,
    write(elements, restored = new Set()) {
      const refused = new Map<string, Refusal>();
      let added = 0;
      doc.transact(() => {
        for (const raw of elements) {
          const element = parseElement(raw);
          const now = settled.get(raw.id) ?? null;
          if (element && isKnown(element, now)) continue;
          const refusal = element ? whyNot(element, restored, added) : 'invalid';
          if (!element || refusal) {
            refused.set(raw.id, refusal ?? 'invalid');
            continue;
          }
          if (isDrawn(element) && !isDrawn(now)) added += 1;
          put(element.isDeleted && now ? deleteOver(element, now) : element);
        }
      });
      return refused;
    },
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    close: () => map.unobserve(onEvent),
  };
}

function isDrawn(element: BoardElement | null): element is DrawnElement {
  return element?.isDeleted === false;
}

/** Nothing to write: it is there already, or it is gone for all, or nobody else has ever seen it. */
function isKnown(element: BoardElement, now: BoardElement | null): boolean {
  if (element.isDeleted) return now?.isDeleted ?? true;
  return now !== null && isSameVersion(element, now);
}
