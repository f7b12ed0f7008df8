/** A document of the meeting in this browser, and its connection to web. */
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { Doc } from 'yjs';
import { closeReasonSchema, type DocumentRights } from '../../../../lib/documents/document-messages.ts';
import { documentPath } from '../../../../lib/documents/document-name.ts';
import { followRights } from '../../../../lib/documents/follow-rights.ts';
import {
  type DocumentEvent,
  type DocumentState,
  foldDocument,
  hasToSend,
  newDocument,
} from './document-state.ts';

export interface OpenDocument {
  doc: Doc;
  provider: HocuspocusProvider;
  getState(): DocumentState;
  /** Calls back after each change; returns how to stop. */
  subscribe(onChange: () => void): () => void;
  /** Gives the connection up. What the server does not have by then is lost. */
  close(): void;
}

/** What is typed leaves together, this often: each frame is a row in the database. */
const sendEveryMs = 80;
/** `minDelay` above `delay` would be refused silently, and nothing would ever be tried. */
const reconnect = { minDelay: 250, delay: 500, factor: 1.6, maxDelay: 8_000, jitter: true };
/** RFC 6455, 7.4.1: a frame was too large; the connection is gone without a word. */
const tooLarge = 1009;
const closedAbnormally = 1006;

/** `token` is that of a join; without one a cookie says who this is. */
export function openDocument(name: string, token: string): OpenDocument {
  let state = newDocument;
  let rights: DocumentRights | undefined;
  const listeners = new Set<() => void>();
  const doc = new Doc();
  const socket = new HocuspocusProviderWebsocket({
    url: `${window.location.origin.replace('http', 'ws')}${documentPath(name)}`,
    ...reconnect,
  });

  const dispatch = (event: DocumentEvent) => {
    const next = foldDocument(state, event);
    if (next === state) return;
    state = next;
    // Where nothing comes back, nothing is tried any more.
    if (state.status === 'refused') socket.disconnect();
    for (const listener of listeners) listener();
  };
  /** A document that web has closed is opened again with the whole connection. */
  const closed = (reason: string) => {
    const known = closeReasonSchema.safeParse(reason).data ?? 'unavailable';
    if (known !== 'unavailable') return dispatch({ type: 'refused', reason: known });
    dispatch({ type: 'lost' });
    socket.webSocket?.close();
  };

  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name,
    document: doc,
    token,
    flushDelay: sendEveryMs,
    onSynced: () => dispatch({ type: 'synced' }),
    onAuthenticationFailed: ({ reason }) => closed(reason),
    onClose({ event: { code, reason } }) {
      if (code === tooLarge) dispatch({ type: 'refused', reason: 'too_large' });
      else if (closeReasonSchema.safeParse(reason).success) closed(reason);
      else dispatch({ type: 'lost' });
    },
    onStateless({ payload }) {
      rights = followRights(provider, { before: rights, payload });
      dispatch({ type: 'rights', rights });
    },
    onUnsyncedChanges: ({ number }) => number === 0 && dispatch({ type: 'stored' }),
  });
  const written = (_update: Uint8Array, origin: unknown) => {
    if (origin !== provider) dispatch({ type: 'written' });
  };
  // A dead network is noticed at once: a socket that waits to be closed properly gives up after a minute only.
  const hangUp = () => {
    socket.webSocket?.dispatchEvent(new CloseEvent('close', { code: closedAbnormally }));
  };
  const warn = (event: BeforeUnloadEvent) => hasToSend(state) && event.preventDefault();
  doc.on('update', written);
  window.addEventListener('offline', hangUp);
  window.addEventListener('beforeunload', warn);
  provider.attach();

  return {
    doc,
    provider,
    getState: () => state,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    close() {
      listeners.clear();
      window.removeEventListener('offline', hangUp);
      window.removeEventListener('beforeunload', warn);
      doc.off('update', written);
      provider.destroy();
      socket.destroy();
      doc.destroy();
    },
  };
}
