import { useDeferredValue, useMemo, useState } from 'react';
import { type Found, findWords } from './find-words.ts';

export interface TextSearch {
  query: string;
  found: readonly Found[];
  /** Matches by the index of their text. */
  byRow: ReadonlyMap<number, readonly Found[]>;
  /** The one that is looked at; null when there is none. */
  current: Found | null;
  /** Counts from 1; 0 when there is none. */
  position: number;
  setQuery(query: string): void;
  /** Looks at the next match, or with -1 at the one before; around the end. */
  step(by: 1 | -1): Found | null;
}

/** Words in these texts: all places, and stepping through them. */
export function useSearch(texts: readonly string[]): TextSearch {
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const wanted = useDeferredValue(query);
  const found = useMemo(() => findWords(texts, wanted), [texts, wanted]);
  const byRow = useMemo(() => Map.groupBy(found, ({ index }) => index), [found]);
  const place = Math.min(at, Math.max(0, found.length - 1));
  return {
    query,
    found,
    byRow,
    current: found[place] ?? null,
    position: found.length === 0 ? 0 : place + 1,
    setQuery(next) {
      setQuery(next);
      setAt(0);
    },
    step(by) {
      if (found.length === 0) return null;
      const next = (place + by + found.length) % found.length;
      setAt(next);
      return found[next] ?? null;
    },
  };
}
