import { useSyncExternalStore } from 'react';

/** A choice that this browser keeps; everything on the page that reads it sees it change. */
export interface Remembered<T> {
  get(): T;
  set(next: T): void;
  subscribe(onChange: () => void): () => void;
}

interface RememberedOptions<T> {
  /** Where it stands in the storage. */
  key: string;
  /** Makes a valid choice of anything, also of what is missing. */
  schema: { parse(stored: unknown): T };
  storage?: () => Pick<Storage, 'getItem' | 'setItem'>;
}

/** Reads the storage when the choice is first asked for. Where storage is refused it lasts as long as the page. */
export function createRemembered<T>(options: RememberedOptions<T>): Remembered<T> {
  const { key, schema, storage = () => localStorage } = options;
  const listeners = new Set<() => void>();
  let known: { value: T } | null = null;

  const read = (): T => {
    try {
      return schema.parse(JSON.parse(storage().getItem(key) ?? 'null'));
    } catch {
      return schema.parse(null);
    }
  };

  return {
    get() {
      known ??= { value: read() };
      return known.value;
    },
    set(next) {
      known = { value: next };
      try {
        storage().setItem(key, JSON.stringify(next));
      } catch {
        // Private windows refuse storage.
      }
      for (const listener of listeners) listener();
    },
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}

export function useRemembered<T>(remembered: Remembered<T>): T {
  return useSyncExternalStore(remembered.subscribe, remembered.get);
}
