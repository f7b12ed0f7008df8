/** What notes can have in them: what is pasted becomes that, or plain text. */
import type { AnyExtension } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import { StarterKit } from '@tiptap/starter-kit';
import { notesField } from '../../../../lib/documents/note-line.ts';
import { safeHref } from '../../../../lib/documents/safe-href.ts';
import { say } from '../../ui/say.ts';
import type { SharedDocument } from '../documents/useSharedDocument.ts';
import { HoldDirection } from './hold-direction.ts';
import { LimitSize } from './limit-size.ts';
import { shareLines } from './share-lines.ts';
import { showCaret } from './show-caret.ts';

/** About 60 pages; in the largest script, with its history, it fits into what the server takes. */
const maxNoteSize = 150_000;

const refused = () =>
  void say({
    key: 'note-too-long',
    isError: true,
    text: `That is too long: notes can have about ${maxNoteSize.toLocaleString('en')} characters. Nothing was changed.`,
  });

/** `carets`: those of others are shown, and one's own to them. */
export function noteExtensions(
  { doc, provider }: Pick<SharedDocument, 'doc' | 'provider'>,
  { carets }: { carets: boolean },
): AnyExtension[] {
  return [
    StarterKit.configure({
      heading: { levels: [1, 2, 3] },
      link: {
        openOnClick: false,
        defaultProtocol: 'https',
        protocols: ['mailto'],
        isAllowedUri: (url) => safeHref(url) !== null || safeHref(`https://${url}`) !== null,
        shouldAutoLink: (url) => safeHref(url) !== null,
        HTMLAttributes: { target: '_blank', rel: 'noopener noreferrer nofollow ugc' },
      },
      // History is Yjs': one's own steps only. What is not offered cannot be pasted either.
      undoRedo: false,
      code: false,
      codeBlock: false,
      horizontalRule: false,
      underline: false,
      trailingNode: false,
    }),
    Collaboration.configure({ document: doc, field: notesField }),
    shareLines(doc.getXmlFragment(notesField)),
    HoldDirection,
    LimitSize.configure({ max: maxNoteSize, onRefused: refused }),
    ...(carets
      ? [CollaborationCaret.configure({ provider, render: showCaret, selectionRender: () => ({}) })]
      : []),
  ];
}
