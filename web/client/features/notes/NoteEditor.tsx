import './notes.css';
import { EditorContent, useEditor, useEditorState } from '@tiptap/react';
import { useEffect } from 'react';
import type { DocumentRef } from '../../../../lib/documents/document-name.ts';
import { Spinner } from '../../ui/Spinner.tsx';
import { type SharedDocument, useSharedDocument } from '../documents/useSharedDocument.ts';
import { NoteToolbar } from './NoteToolbar.tsx';
import { noteExtensions } from './note-extensions.ts';
import { SavedMark } from './SavedMark.tsx';
import { whyReadOnly } from './saved-state.ts';

interface NoteEditorProps {
  document: DocumentRef;
  /** Of a join; '' where a cookie says who this is. */
  token: string;
  label: string;
  /** While nothing is written. */
  hint: string;
}

/** Notes that are saved by themselves while they are written. */
export function NoteEditor({ document, token, ...texts }: NoteEditorProps) {
  const shared = useSharedDocument(document, token);
  // An editor on a document that is not here yet would show it as empty.
  if (!shared || shared.status === 'connecting') {
    return (
      <div className="flex flex-1 items-center justify-center py-10 text-ink-faint">
        <Spinner size={24} />
      </div>
    );
  }
  return <OpenNotes key={shared.doc.guid} shared={shared} carets={document.kind === 'notes'} {...texts} />;
}

interface OpenNotesProps extends Pick<NoteEditorProps, 'label' | 'hint'> {
  shared: SharedDocument;
  carets: boolean;
}

function OpenNotes({ shared, carets, label, hint }: OpenNotesProps) {
  const { mayWrite } = shared;
  const editor = useEditor({
    extensions: noteExtensions(shared, { carets }),
    editable: mayWrite,
    // Its styles are in notes.css: the page allows no others.
    injectCSS: false,
    editorProps: {
      // Escape is not ProseMirror's: it leads out of the field, where Tab means something in lists.
      handleDOMEvents: { keydown: (_, { key }) => key === 'Escape' },
      attributes: {
        class: 'note-editor min-h-full px-4 py-3',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        dir: 'auto',
      },
    },
  });
  useEffect(() => {
    editor.setEditable(mayWrite, false);
  }, [editor, mayWrite]);
  const isEmpty = useEditorState({ editor, selector: ({ editor: { isEmpty } }) => isEmpty });
  const closed = whyReadOnly(shared);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {mayWrite && <NoteToolbar editor={editor} />}
      <div className="relative min-h-0 flex-1 overflow-y-auto">
        {isEmpty && (
          <p className="pointer-events-none absolute inset-x-4 top-3 text-pretty text-ink-faint">
            {mayWrite ? hint : 'Nothing was written.'}
          </p>
        )}
        <EditorContent editor={editor} className={mayWrite ? 'h-full' : 'h-full text-ink-soft'} />
      </div>
      <div className="flex flex-col gap-1 border-line border-t px-4 py-2.5 text-sm">
        {closed && (
          <p role="status" className={shared.status === 'refused' ? 'text-danger' : 'text-ink-soft'}>
            {closed}
          </p>
        )}
        <SavedMark document={shared} />
      </div>
    </div>
  );
}
