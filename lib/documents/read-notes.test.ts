import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Doc, encodeStateAsUpdate, XmlElement, XmlText } from 'yjs';
import { notesAsText, notesField } from './note-line.ts';
import { readNoteLines } from './read-notes.ts';

type Tree = [name: string, attributes: Record<string, unknown>, ...children: (Tree | string | XmlText)[]];

function build([name, attributes, ...children]: Tree): XmlElement {
  const element = new XmlElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value as string);
  element.insert(
    0,
    children.map((child) => {
      if (child instanceof XmlText) return child;
      return typeof child === 'string' ? new XmlText(child) : build(child);
    }),
  );
  return element;
}

function stateOf(...trees: Tree[]): Uint8Array {
  const doc = new Doc();
  doc.getXmlFragment(notesField).insert(0, trees.map(build));
  return encodeStateAsUpdate(doc);
}

const marked = (text: string, marks: object) => {
  const node = new XmlText();
  node.insert(0, text, marks);
  return node;
};

describe(readNoteLines, () => {
  it('leaves out what turns text or cannot be seen', () => {
    const state = stateOf(
      ['paragraph', {}, 'Pay \u202e', marked('Ana\u2066', { bold: true }), ' now'],
      ['paragraph', {}, '\u200b'],
    );
    expect(readNoteLines(state)).toMatchObject([
      { spans: [{ text: 'Pay ' }, { text: 'Ana', bold: true }, { text: ' now' }] },
    ]);
  });

  it('reads headings, lists in lists, quotes and breaks in order', () => {
    const state = stateOf(
      ['heading', { level: 2 }, 'Plan'],
      ['paragraph', {}, 'One', ['hardBreak', {}], 'two'],
      ['paragraph', {}],
      [
        'orderedList',
        {},
        [
          'listItem',
          {},
          ['paragraph', {}, 'First'],
          ['bulletList', {}, ['listItem', {}, ['paragraph', {}, 'Deep']]],
        ],
        ['listItem', {}, ['paragraph', {}, 'Second']],
      ],
      ['blockquote', {}, ['paragraph', {}, 'Said']],
    );
    expect(notesAsText(readNoteLines(state))).toBe(
      '## Plan\nOne\ntwo\n1. First\n  - Deep\n2. Second\n> Said',
    );
  });

  it('keeps marks, and of links only those that lead somewhere harmless', () => {
    const links = [
      'https://example.test/a',
      'javascript:alert(1)',
      'https://bank.test@evil.test',
      'mailto:a@b.test',
    ];
    const state = stateOf([
      'paragraph',
      {},
      marked('b', { bold: {}, strike: {} }),
      ...links.map((href) => marked('x', { link: { href } })),
    ]);
    expect(readNoteLines(state)[0]?.spans).toEqual([
      { text: 'b', bold: true, strike: true },
      { text: 'x', href: 'https://example.test/a' },
      { text: 'x' },
      { text: 'x' },
      { text: 'x', href: 'mailto:a@b.test' },
    ]);
  });

  it('leaves out what the editor does not have, and what is nested for ever', () => {
    let deep: Tree = ['paragraph', {}, 'deep'];
    for (let index = 0; index < 200; index += 1) deep = ['blockquote', {}, deep];
    const state = stateOf(['script', {}, 'alert(1)'], ['image', { src: 'x' }], deep, [
      'heading',
      { level: 99 },
      'H',
    ]);
    expect(notesAsText(readNoteLines(state))).toBe('### H');
  });

  it('has nothing of what is no notes, whatever it is', () => {
    const doc = new Doc();
    doc.getMap(notesField).set('a', 1);
    expect(readNoteLines(encodeStateAsUpdate(doc))).toEqual([]);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        expect(readNoteLines(bytes)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
