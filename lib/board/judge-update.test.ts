import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createBoard, elementsName } from './board.ts';
import { judgeBoardUpdate } from './judge-update.ts';
import { boardLimits } from './limits.ts';
import { rectangle } from './testing/elements.ts';

/** The update that a change of somebody's copy of the document makes. */
function updateOf(change: (doc: Y.Doc) => void, base = new Y.Doc()): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(base));
  const before = Y.encodeStateVector(doc);
  change(doc);
  return Y.encodeStateAsUpdate(doc, before);
}

const put = (key: string, value: unknown) => (doc: Y.Doc) => void doc.getMap(elementsName).set(key, value);

describe(judgeBoardUpdate, () => {
  it('takes what a writer of a board writes', () => {
    const doc = new Y.Doc();
    const drawing = updateOf(
      (copy) => void createBoard(copy).write([rectangle(), rectangle({ id: 'second' })]),
    );
    expect(judgeBoardUpdate(doc, drawing)).toBeNull();
    Y.applyUpdate(doc, drawing);
    const moving = updateOf((copy) => void createBoard(copy).write([rectangle({ x: 50, version: 2 })]), doc);
    expect(judgeBoardUpdate(doc, moving)).toBeNull();
    Y.applyUpdate(doc, moving);
    const deleting = updateOf((copy) => {
      createBoard(copy).write([
        { ...rectangle({ version: 3 }), isDeleted: true } as object as { id: string },
      ]);
    }, doc);
    expect(judgeBoardUpdate(doc, deleting)).toBeNull();
    expect(judgeBoardUpdate(doc, Y.encodeStateAsUpdate(new Y.Doc()))).toBeNull();
  });

  it.each([
    ['another root', (doc: Y.Doc) => void doc.getMap('files').set('x', 1)],
    ['a text', (doc: Y.Doc) => doc.getText('notes').insert(0, 'hello')],
    ['an item of a list', (doc: Y.Doc) => doc.getArray(elementsName).insert(0, [rectangle()])],
    ['a map in the map', put('element-1:1', new Y.Map([['x', 1]]))],
    ['a key that is none', put('element-1', rectangle())],
    ['the key of another element', put('element-2:1', rectangle())],
    ['a page of another site', put('element-1:1', { ...rectangle(), type: 'embeddable' })],
    ['something else', put('element-1:1', 'x'.repeat(100))],
    ['bytes', put('element-1:1', new Uint8Array(10))],
  ])('refuses %s', (_, change) => {
    expect(judgeBoardUpdate(new Y.Doc(), updateOf(change))).toBe('broken');
  });

  it('refuses what is put in the place of an element', () => {
    const doc = new Y.Doc();
    put('element-1:1', rectangle())(doc);
    expect(judgeBoardUpdate(doc, updateOf(put('element-1:1', { ...rectangle(), type: 'iframe' }), doc))).toBe(
      'broken',
    );
  });

  it('refuses what is no update', () => {
    expect(judgeBoardUpdate(new Y.Doc(), new Uint8Array([255, 255, 255, 1]))).toBe('broken');
  });

  it('refuses one element too many, and takes changes of a full board', { timeout: 30_000 }, () => {
    const doc = new Y.Doc();
    doc.transact(() => {
      for (let n = 0; n < boardLimits.elements; n += 1)
        put(`element-${n}:1`, rectangle({ id: `element-${n}` }))(doc);
    });
    expect(judgeBoardUpdate(doc, updateOf(put('more:1', rectangle({ id: 'more' })), doc))).toBe('full');
    const moving = updateOf((copy) => void createBoard(copy).write([rectangle({ x: 1, version: 2 })]), doc);
    expect(judgeBoardUpdate(doc, moving)).toBeNull();
  });
});
