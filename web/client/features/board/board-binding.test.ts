import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createBoard } from '../../../../lib/board/board.ts';
import { byOrder } from '../../../../lib/board/order-key.ts';
import { rectangle } from '../../../../lib/board/testing/elements.ts';
import { createBoardBinding, type SceneElement } from './board-binding.ts';

type Shape = SceneElement & { x: number };

/** Someone with the page open: a scene that changes as Excalidraw changes it, bound to a document of their own. */
function openWriter(name: string) {
  const doc = new Y.Doc();
  doc.clientID = name.charCodeAt(0);
  const sent: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
    if (local) sent.push(update);
  });
  let elements: readonly Shape[] = [];
  let nonce = name.charCodeAt(0);
  const underHand = new Set<string>();
  const refusals: string[] = [];
  const board = createBoard(doc);
  const binding = createBoardBinding<Shape>({
    board,
    scene: {
      elements: () => elements,
      underHand: () => underHand,
      show: (next) => {
        elements = next;
      },
    },
    toScene: (element) => element as Shape,
    isReady: ({ x }) => x !== Number.POSITIVE_INFINITY,
    onRefused: (reason) => refusals.push(reason),
  });
  const change = (id: string, part: Partial<Shape>) => {
    nonce = (nonce * 16_807) % 2_147_483_647;
    // Excalidraw changes elements where they are.
    for (const each of elements) {
      if (each.id === id) Object.assign(each, part, { version: each.version + 1, versionNonce: nonce });
    }
  };
  return {
    ...{ doc, sent, board, binding, underHand, refusals, change },
    // Excalidraw keeps its elements in order by itself.
    seen: () => elements.filter(({ isDeleted }) => !isDeleted).sort(byOrder),
    all: () => elements,
    draw: (id: string, part: Partial<Shape> = {}) => {
      elements = [...elements, { ...rectangle({ id, index: `a${elements.length % 10}` }), ...part }];
    },
    sync: () => binding.sync(true),
  };
}

function exchange(writers: readonly ReturnType<typeof openWriter>[]) {
  for (const { sync } of writers) sync();
  for (const from of writers)
    for (const to of writers) Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc));
  for (const { sync } of writers) sync();
}

const step = fc.record({
  act: fc.constantFrom(
    'draw',
    'move',
    'move',
    'delete',
    'restore',
    'hold',
    'letGo',
    'sync',
    'sync',
    'deliver',
  ),
  who: fc.nat(2),
  which: fc.nat(),
});

describe(createBoardBinding, () => {
  it('brings three writers to the same board, whatever arrives late, twice or in another order', {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 3, maxLength: 40 }), (steps) => {
        const writers = ['a', 'b', 'c'].map(openWriter);
        for (const { draw, doc } of writers) draw(`element-of-${doc.clientID}`);
        exchange(writers);
        const deleted = new Set<string>();
        const restored = new Set<string>();
        for (const [number, { act, who, which }] of steps.entries()) {
          const writer = writers[who]!;
          const drawn = writer.seen()[which % Math.max(1, writer.seen().length)];
          const gone = writer.all().filter(({ isDeleted }) => isDeleted);
          const lost = gone[which % Math.max(1, gone.length)];
          if (act === 'draw') writer.draw(`element-${number}`);
          if (act === 'sync') writer.sync();
          if (act === 'move' && drawn) writer.change(drawn.id, { x: which % 1_000 });
          if (act === 'hold' && drawn) writer.underHand.add(drawn.id);
          if (act === 'letGo') writer.underHand.clear();
          if (act === 'delete' && drawn) {
            writer.change(drawn.id, { isDeleted: true });
            deleted.add(drawn.id);
          }
          if (act === 'restore' && lost) {
            writer.change(lost.id, { isDeleted: false });
            restored.add(lost.id);
          }
          if (act === 'deliver') {
            const from = writers[which % 3]!;
            const update = from.sent[which % Math.max(1, from.sent.length)];
            if (update) Y.applyUpdate(writer.doc, update);
          }
        }
        for (const { underHand } of writers) underHand.clear();
        exchange(writers);
        exchange(writers);
        const [first, ...others] = writers;
        const board = first!.board.drawn();
        for (const { board: other } of others) expect(other.drawn()).toEqual(board);
        for (const { seen } of writers) expect(seen()).toEqual(board);
        const ids = board.map(({ id }) => id);
        for (const id of deleted) if (!restored.has(id)) expect(ids).not.toContain(id);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves alone what somebody is writing in, and shows what became of it afterwards', () => {
    const [a, b] = [openWriter('a'), openWriter('b')];
    a.draw('note');
    exchange([a, b]);
    b.underHand.add('note');
    b.change('note', { x: 5 });
    a.change('note', { x: 1 });
    a.change('note', { x: 2 });
    exchange([a, b]);
    expect(b.seen()[0]).toMatchObject({ x: 5 });
    b.underHand.clear();
    b.sync();
    expect([a.seen(), b.binding.isBehind()]).toEqual([b.seen(), false]);
  });

  it('takes away what was deleted while somebody moved it', () => {
    const [a, b] = [openWriter('a'), openWriter('b')];
    a.draw('note');
    exchange([a, b]);
    a.change('note', { isDeleted: true });
    for (let x = 0; x < 9; x += 1) b.change('note', { x });
    exchange([a, b]);
    expect([a.seen(), b.seen()]).toEqual([[], []]);
  });

  it('brings back what its deleter restores', () => {
    const [a, b] = [openWriter('a'), openWriter('b')];
    a.draw('note');
    exchange([a, b]);
    a.change('note', { isDeleted: true });
    exchange([a, b]);
    a.change('note', { isDeleted: false });
    exchange([a, b]);
    expect(b.seen()).toEqual(a.seen());
    expect(b.seen()).toHaveLength(1);
  });

  it('shows, and writes nothing, for those who may not draw', () => {
    const [a, b] = [openWriter('a'), openWriter('b')];
    a.draw('note');
    exchange([a, b]);
    b.draw('mine');
    b.binding.sync(false);
    expect(b.board.drawn().map(({ id }) => id)).toEqual(['note']);
  });

  it('waits for what is not ready, and takes off what cannot be kept', () => {
    const a = openWriter('a');
    a.draw('pending', { x: Number.POSITIVE_INFINITY });
    a.draw('too-far', { x: 1e12 });
    a.sync();
    expect(a.seen().map(({ id }) => id)).toEqual(['pending']);
    expect([a.refusals, a.board.ids()]).toEqual([['invalid'], []]);
    a.change('pending', { x: 3 });
    a.sync();
    expect(a.board.ids()).toEqual(['pending']);
  });

  it('sends what is pasted in parts', () => {
    const a = openWriter('a');
    for (let number = 0; number < 500; number += 1) a.draw(`element-${number}`);
    a.sync();
    expect(a.board.ids().length).toBeLessThan(300);
    while (a.binding.isBehind()) a.sync();
    expect(a.board.ids()).toHaveLength(500);
  });
});
