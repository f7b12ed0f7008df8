import * as Y from 'yjs';
import { elementOfKey, elementsName } from './board.ts';
import { parseElement } from './element.ts';
import { boardLimits } from './limits.ts';

/** `broken`: it is no change of a whiteboard. `full`: it would have too many elements. */
export type BoardProblem = 'broken' | 'full';

/**
 * Why a whiteboard does not take an update of Yjs; null when it does. Entries of elements are all that
 * it may bring, so the document never has anything that the browsers would have to leave out.
 */
export function judgeBoardUpdate(doc: Y.Doc, update: Uint8Array): BoardProblem | null {
  const map = doc.getMap<unknown>(elementsName);
  const structs = readStructs(update);
  if (!structs) return 'broken';
  const written = new Set<string>();
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue;
    const problem = judgeItem(struct);
    if (problem) return problem;
    const id = newEntryOf(struct, map);
    if (id !== null) written.add(id);
  }
  return judgeSize(map, written);
}

/** The element to which it adds an entry. */
function newEntryOf({ parentSub, content }: Y.Item, map: Y.Map<unknown>): string | null {
  if (parentSub === null || !(content instanceof Y.ContentAny) || map.has(parentSub)) return null;
  return isDrawn(content.arr[0]) ? elementOfKey(parentSub) : null;
}

function readStructs(update: Uint8Array): readonly unknown[] | null {
  try {
    return Y.decodeUpdate(update).structs;
  } catch {
    return null;
  }
}

function judgeItem({ parent, parentSub, origin, rightOrigin, content }: Y.Item): BoardProblem | null {
  // An update leaves the parent out where a neighbour in the same entry says it.
  const isInMap = parent === null ? origin !== null || rightOrigin !== null : isElements(parent);
  if (!isInMap) return 'broken';
  if (parent !== null && parentSub === null) return 'broken';
  if (content instanceof Y.ContentDeleted) return null;
  if (!(content instanceof Y.ContentAny) || content.arr.length !== 1) return 'broken';
  const element = parseElement(content.arr[0]);
  if (!element) return 'broken';
  return parentSub === null || elementOfKey(parentSub) === element.id ? null : 'broken';
}

/** In an update a parent that is no other item is the name of a root. */
function isElements(parent: unknown): boolean {
  return parent === elementsName;
}

/** Writers have entries of their own for elements that others have made: elements count, not entries. */
function judgeSize(map: Y.Map<unknown>, written: ReadonlySet<string>): BoardProblem | null {
  if (written.size === 0 || map.size + written.size <= boardLimits.elements) return null;
  const drawn = new Set(written);
  const all = new Set(written);
  for (const [key, value] of map.entries()) {
    const id = elementOfKey(key) ?? key;
    all.add(id);
    if (isDrawn(value)) drawn.add(id);
  }
  return drawn.size > boardLimits.elements || all.size > boardLimits.everDrawn ? 'full' : null;
}

function isDrawn(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'isDeleted' in value && value.isDeleted === false;
}
