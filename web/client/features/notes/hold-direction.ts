import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** Embeddings, overrides and isolates, which turn what stands behind them (Unicode TR 9, 2.1 to 2.6). */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;

const key = new PluginKey<DecorationSet>('holdDirection');

/** Shows characters that turn the direction of text as marks that turn nothing: the rest of the line stays readable. */
export const HoldDirection = Extension.create({
  name: 'holdDirection',
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_config, { doc }) => markTurning(doc),
          apply: ({ docChanged, doc }, before) => (docChanged ? markTurning(doc) : before),
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ];
  },
});

function markTurning(doc: Node): DecorationSet {
  const found: Decoration[] = [];
  doc.descendants(({ text }, at) => {
    for (const { index } of text?.matchAll(turning) ?? []) {
      found.push(Decoration.inline(at + index, at + index + 1, { class: 'note-turning' }));
    }
  });
  return found.length === 0 ? DecorationSet.empty : DecorationSet.create(doc, found);
}
