import { Extension } from '@tiptap/core';
import type { Schema } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { type Transaction, XmlElement, type XmlFragment, XmlText, type YEvent } from 'yjs';

/**
 * Puts a text into each line that begins empty here, at once. The editor's binding makes one with the first letter: of two
 * people who begin the same line each makes their own, and letters come twice when the two are joined
 * (github.com/yjs/y-prosemirror/issues/161). In one text Yjs keeps what each of them writes together.
 */
export const shareLines = (notes: XmlFragment) =>
  Extension.create({
    name: 'shareLines',
    addProseMirrorPlugins: () => [
      new Plugin({
        key: new PluginKey('shareLines'),
        view: ({ state: { schema } }) => {
          // biome-ignore lint/suspicious/noExplicitAny: as Yjs types what it tells of a tree
          const fill = (events: YEvent<any>[], { local, doc }: Transaction) => {
            const lines = local ? events.flatMap((event) => emptyLines(event, schema)) : [];
            if (lines.length === 0) return;
            doc.transact(() => {
              for (const line of lines) line.insert(0, [new XmlText()]);
            });
          };
          notes.observeDeep(fill);
          return { destroy: () => notes.unobserveDeep(fill) };
        },
      }),
    ],
  });

/** Those that a change has added, also within lists. */
// biome-ignore lint/suspicious/noExplicitAny: as above
function emptyLines({ changes }: YEvent<any>, schema: Schema): XmlElement[] {
  const added = [...changes.added].flatMap(({ content }) => ('type' in content ? [content.type] : []));
  const elements = added.flatMap((type) =>
    type instanceof XmlElement ? [type, ...type.createTreeWalker(() => true)] : [],
  );
  return elements.filter(
    (element) =>
      element instanceof XmlElement && element.length === 0 && schema.nodes[element.nodeName]?.isTextblock,
  ) as XmlElement[];
}
