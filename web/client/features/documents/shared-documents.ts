/** Keeps documents open that something on the page uses, and closes none that has something to send. */
import { hasToSend } from './document-state.ts';
import type { OpenDocument } from './open-document.ts';

export interface SharedDocuments {
  /** The document of that name, opened by the first who uses it. */
  use(name: string, token: string): OpenDocument;
  /** One user less. The last one gone, it closes once everything is stored. */
  release(name: string): void;
}

/** Who closes a panel often opens it again; the connection waits so long for them. */
const lingerMs = 5_000;

interface Entry {
  document: OpenDocument;
  users: number;
  closing?: ReturnType<typeof setTimeout>;
}

export function createSharedDocuments(open: (name: string, token: string) => OpenDocument): SharedDocuments {
  const entries = new Map<string, Entry>();

  const closeWhenStored = (name: string, entry: Entry) => {
    const { document } = entry;
    if (entry.users > 0) return;
    if (hasToSend(document.getState())) {
      entry.closing = setTimeout(() => closeWhenStored(name, entry), lingerMs);
      return;
    }
    entries.delete(name);
    document.close();
  };

  return {
    use(name, token) {
      const entry = entries.get(name) ?? { document: open(name, token), users: 0 };
      entries.set(name, entry);
      entry.users += 1;
      clearTimeout(entry.closing);
      return entry.document;
    },
    release(name) {
      const entry = entries.get(name);
      if (!entry) return;
      entry.users -= 1;
      if (entry.users === 0) entry.closing = setTimeout(() => closeWhenStored(name, entry), lingerMs);
    },
  };
}
