import * as Y from 'yjs';
import { createBoard } from './board.ts';
import type { DrawnElement } from './element.ts';

/** What is to be seen on a whiteboard whose document is this update of Yjs; nothing for null. */
export function readBoard(state: Uint8Array | null): DrawnElement[] {
  if (!state) return [];
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  const drawn = createBoard(doc).drawn();
  doc.destroy();
  return drawn;
}
