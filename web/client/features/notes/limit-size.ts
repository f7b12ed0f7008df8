import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

/**
 * Keeps notes below `max` (the size that ProseMirror counts: characters, and two for each block): what would go over it
 * is not taken, as a whole, and `onRefused` is called. What comes from others is never refused.
 */
export const LimitSize = Extension.create<{ max: number; onRefused: () => void }>({
  name: 'limitSize',
  addOptions: () => ({ max: 0, onRefused: () => undefined }),
  addProseMirrorPlugins() {
    const { max, onRefused } = this.options;
    return [
      new Plugin({
        key: new PluginKey('limitSize'),
        filterTransaction(transaction, { doc }) {
          if (!transaction.docChanged || transaction.getMeta(ySyncPluginKey)) return true;
          const size = transaction.doc.content.size;
          if (size <= max || size <= doc.content.size) return true;
          onRefused();
          return false;
        },
      }),
    ];
  },
});
