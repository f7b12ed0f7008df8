import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createBoard, elementsName } from './board.ts';
import { boardLimits } from './limits.ts';
import { rectangle } from './testing/elements.ts';

const gone = (version: number) => ({ id: 'element-1', version, versionNonce: 1, isDeleted: true });

/** Two people, each with a copy of the document. */
function openTwo() {
  const [a, b] = [new Y.Doc(), new Y.Doc()];
  const exchange = () => {
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
  };
  return { a: createBoard(a), b: createBoard(b), docs: [a, b] as const, exchange };
}

describe(createBoard, () => {
  it('gives what was written, in order, to everyone', () => {
    const { a, b, exchange } = openTwo();
    a.write([rectangle({ id: 'front', index: 'a2' }), rectangle({ id: 'back', index: 'a0' })]);
    b.write([rectangle({ id: 'middle', index: 'a1' })]);
    exchange();
    expect(a.drawn().map(({ id }) => id)).toEqual(['back', 'middle', 'front']);
    expect(b.drawn()).toEqual(a.drawn());
  });

  it('tells what changed, and whose doing it was', () => {
    const { a, exchange, b } = openTwo();
    const heard: unknown[] = [];
    b.subscribe((ids, own) => heard.push([[...ids], own]));
    a.write([rectangle()]);
    exchange();
    b.write([rectangle({ version: 2 })]);
    exchange();
    expect(heard).toEqual([
      [['element-1'], false],
      [['element-1'], true],
    ]);
  });

  it('keeps one entry of an element that several have changed one after the other', () => {
    const { a, b, docs, exchange } = openTwo();
    a.write([rectangle()]);
    exchange();
    b.write([rectangle({ version: 2 })]);
    exchange();
    a.write([rectangle({ version: 3 })]);
    exchange();
    expect(docs[0].getMap(elementsName).size).toBe(1);
    expect(b.get('element-1')?.version).toBe(3);
  });

  it('does not write what is older than what counts', () => {
    const { a } = openTwo();
    a.write([rectangle({ version: 5 })]);
    expect(a.write([rectangle({ version: 4 })])).toEqual(new Map([['element-1', 'stale']]));
    expect(a.write([rectangle({ version: 5 })])).toEqual(new Map());
  });

  it('keeps deleted what somebody changed meanwhile, until it is restored by one who has seen that', () => {
    const { a, b, exchange } = openTwo();
    a.write([rectangle()]);
    exchange();
    a.write([gone(2)]);
    b.write([rectangle({ version: 9 })]);
    exchange();
    expect([a.get('element-1'), b.get('element-1')]).toEqual([gone(10), gone(10)]);
    expect(b.write([rectangle({ version: 11 })])).toEqual(new Map([['element-1', 'stale']]));
    a.write([rectangle({ version: 11 })], new Set(['element-1']));
    exchange();
    expect(b.drawn()).toEqual([rectangle({ version: 11 })]);
  });

  it('stores nothing of what was deleted before anyone saw it', () => {
    const { a, docs } = openTwo();
    a.write([gone(3)]);
    expect(docs[0].getMap(elementsName).size).toBe(0);
  });

  it('ignores and counts what is no element', () => {
    const { docs } = openTwo();
    const map = docs[0].getMap(elementsName);
    map.set('element-1:7', { ...rectangle(), type: 'iframe' });
    map.set('element-1:8', 'x');
    map.set('other:1', rectangle());
    map.set('element-1:9', rectangle());
    const board = createBoard(docs[0]);
    expect([board.ignored(), board.drawn()]).toEqual([3, [rectangle()]]);
    map.set('element-1:8', rectangle({ version: 2 }));
    expect([board.ignored(), board.drawn()]).toEqual([2, [rectangle({ version: 2 })]]);
  });

  it('says when it is full, and takes a new element for one that was deleted', { timeout: 30_000 }, () => {
    const { a } = openTwo();
    const all = Array.from({ length: boardLimits.elements }, (_, n) => rectangle({ id: `element-${n}` }));
    expect(a.write(all)).toEqual(new Map());
    expect(a.write([rectangle({ id: 'more' })])).toEqual(new Map([['more', 'full']]));
    a.write([gone(2)]);
    expect(a.write([rectangle({ id: 'more' })])).toEqual(new Map());
  });
});
