import { Editor } from '@tiptap/core';
import { afterEach, describe, expect, test } from 'vitest';
import { applyUpdate, Doc, XmlElement } from 'yjs';
import { notesField } from '../../../../lib/documents/note-line.ts';
import { noteExtensions } from './note-extensions.ts';

const open: Editor[] = [];
afterEach(() => {
  for (const editor of open.splice(0)) editor.destroy();
});

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

/** Two people with the same notes; each sees what the other wrote when `exchange` brings it. */
async function openNotes([anasId, bensId]: readonly [number, number]) {
  const people = [anasId, bensId].map((clientId) => {
    const doc = new Doc();
    doc.clientID = clientId;
    const news: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array, origin: unknown) => void (origin === 'other' || news.push(update)));
    const extensions = noteExtensions({ doc, provider: null as never }, { carets: false });
    const editor = new Editor({ element: document.createElement('div'), injectCSS: false, extensions });
    open.push(editor);
    return { doc, news, editor };
  });
  const [ana, ben] = people as [(typeof people)[0], (typeof people)[0]];
  /** What it leads to is on its way until the next one. */
  const exchange = async () => {
    const [fromAna, fromBen] = [ana.news.splice(0), ben.news.splice(0)];
    for (const update of fromAna) applyUpdate(ben.doc, update, 'other');
    for (const update of fromBen) applyUpdate(ana.doc, update, 'other');
    await settle();
  };
  await settle();
  return { ana, ben, exchange };
}
type Notes = Awaited<ReturnType<typeof openNotes>>;

const write = ({ editor }: Notes['ana'], text: string) =>
  editor.view.dispatch(editor.state.tr.insertText(text));
const read = ({ ana, ben }: Notes) =>
  [ana, ben].map(({ editor }) => editor.getText({ blockSeparator: ' | ' }).split(' | '));
const goToEnd = ({ editor }: Notes['ana']) =>
  editor.commands.setTextSelection(editor.state.doc.content.size - 1);
const textsIn = ({ doc }: Notes['ana']) =>
  doc
    .getXmlFragment(notesField)
    .toArray()
    .map((line) => (line instanceof XmlElement ? line.length : null));

/** Both write a letter at once, and see the other's after some. */
async function writeTogether({ ana, ben, exchange }: Notes, { seeAfter }: { seeAfter: number }) {
  for (let letter = 1; letter <= 8; letter++) {
    write(ana, 'a');
    write(ben, 'b');
    await settle();
    if (letter % seeAfter === 0) await exchange();
  }
  while (ana.news.length > 0 || ben.news.length > 0) await exchange();
}

describe('a line that two people begin at the same moment', () => {
  test.each([
    [[1, 2], 1],
    [[2, 1], 1],
    [[1, 2], 3],
    [[2, 1], 3],
  ] as const)('keeps what each of them wrote together, once (%o, %o)', async (ids, seeAfter) => {
    const notes = await openNotes(ids);
    write(notes.ana, 'Plan');
    notes.ana.editor.commands.splitBlock();
    await notes.exchange();
    goToEnd(notes.ben);
    await writeTogether(notes, { seeAfter });
    const [byAna, byBen] = read(notes);
    expect(byAna).toEqual(byBen);
    expect(['aaaaaaaabbbbbbbb', 'bbbbbbbbaaaaaaaa']).toContain(byAna?.[1]);
  });

  test('also as a point of a list', async () => {
    const notes = await openNotes([1, 2]);
    write(notes.ana, 'Plan');
    notes.ana.editor.chain().splitBlock().toggleBulletList().run();
    await notes.exchange();
    notes.ben.editor.commands.setTextSelection(notes.ben.editor.state.doc.content.size - 3);
    await writeTogether(notes, { seeAfter: 3 });
    expect(read(notes)[0]?.join('')).toMatch(/^Plan(a{8}b{8}|b{8}a{8})$/);
  });
});

describe('a text in a new line', () => {
  test('is put there by whoever makes the line, and by nobody else', async () => {
    const notes = await openNotes([1, 2]);
    write(notes.ana, 'Plan');
    notes.ana.editor.commands.splitBlock();
    await notes.exchange();
    expect([textsIn(notes.ana), textsIn(notes.ben)]).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  test('goes with its line, also when making it is undone', async () => {
    const notes = await openNotes([1, 2]);
    write(notes.ana, 'Plan');
    notes.ana.editor.commands.splitBlock();
    await notes.exchange();
    notes.ana.editor.commands.undo();
    await notes.exchange();
    expect(read(notes)[0]).toEqual(read(notes)[1]);
    notes.ana.editor.commands.redo();
    await notes.exchange();
    expect(read(notes)).toEqual([
      ['Plan', ''],
      ['Plan', ''],
    ]);
    expect(textsIn(notes.ben)).toEqual([1, 1]);
  });
});
