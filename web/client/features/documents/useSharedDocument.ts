import type { HocuspocusProvider } from '@hocuspocus/provider';
import { useEffect, useState } from 'react';
import type { Doc } from 'yjs';
import { type DocumentRef, documentName } from '../../../../lib/documents/document-name.ts';
import type { DocumentState } from './document-state.ts';
import { openDocument } from './open-document.ts';
import { createSharedDocuments } from './shared-documents.ts';

export interface SharedDocument extends DocumentState {
  doc: Doc;
  provider: HocuspocusProvider;
}

const documents = createSharedDocuments(openDocument);

/**
 * A document of the meeting, live; null for the moment before it is opened. `token` is that of a join; '' where a
 * cookie says who this is. What is written without a connection is sent when it is back. For panels that are loaded when they
 * are opened: it brings Yjs along.
 */
export function useSharedDocument(ref: DocumentRef, token: string): SharedDocument | null {
  const name = documentName(ref);
  const [shared, setShared] = useState<SharedDocument | null>(null);

  useEffect(() => {
    const open = documents.use(name, token);
    const show = () => setShared({ doc: open.doc, provider: open.provider, ...open.getState() });
    show();
    const stop = open.subscribe(show);
    return () => {
      stop();
      documents.release(name);
      setShared(null);
    };
  }, [name, token]);

  return shared;
}
