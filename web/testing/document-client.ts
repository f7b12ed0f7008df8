import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { WebSocket } from 'ws';
import { Doc } from 'yjs';
import type { DocumentRights } from '../../lib/documents/document-messages.ts';
import { type DocumentRef, documentName, documentPath } from '../../lib/documents/document-name.ts';
import { followRights } from '../../lib/documents/follow-rights.ts';

/** Somebody who has a document open, as a browser would. */
export interface DocumentClient extends AsyncDisposable {
  doc: Doc;
  provider: HocuspocusProvider;
  /** Writes at the end of the text that these tests use. */
  write(text: string): void;
  read(): string;
  /** True once everything that was written here is stored. */
  saved(): boolean;
  /** As they were last told. */
  rights(): DocumentRights | undefined;
  /** Why it was refused or closed, in order. */
  reasons: string[];
}

interface DocumentClientOptions {
  token?: string;
  headers?: Record<string, string>;
  /** What this browser has already. */
  doc?: Doc;
}

/** `url` is the server's. */
export function openDocumentClient(
  url: string,
  ref: DocumentRef | string,
  { token = '', headers = {}, doc = new Doc() }: DocumentClientOptions = {},
): DocumentClient {
  const name = typeof ref === 'string' ? ref : documentName(ref);
  let rights: DocumentRights | undefined;
  const reasons: string[] = [];
  const socket = new HocuspocusProviderWebsocket({
    url: `${url.replace('http', 'ws')}${documentPath(name)}`,
    delay: 100,
    minDelay: 50,
    WebSocketPolyfill: class extends WebSocket {
      constructor(address: string) {
        super(address, { headers });
        // Given up before it was there; the provider itself asks only for messages and the end.
        this.on('error', () => undefined);
      }
    },
  });
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name,
    document: doc,
    token,
    onAuthenticationFailed: ({ reason }) => reasons.push(reason),
    onClose: ({ event }) => reasons.push(event.reason || String(event.code)),
    onStateless: ({ payload }) => {
      rights = followRights(provider, { before: rights, payload });
    },
  });
  provider.attach();
  const text = doc.getText('text');
  return {
    doc,
    provider,
    write: (more) => text.insert(text.length, more),
    read: () => text.toString(),
    saved: () => provider.isAuthenticated && !provider.hasUnsyncedChanges,
    rights: () => rights,
    reasons,
    async [Symbol.asyncDispose]() {
      provider.destroy();
      socket.destroy();
    },
  };
}
