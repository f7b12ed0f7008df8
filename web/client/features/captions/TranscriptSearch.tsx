import { useEffect, useMemo, useRef } from 'react';
import type { Found } from '../lines/find-words.ts';
import { SearchBar } from '../lines/SearchBar.tsx';
import { useSearch } from '../lines/useSearch.ts';
import type { SpokenItem, TranscriptItem } from './transcript-items.ts';

/** What was searched for, by the keys of the rows that have it. */
export interface TranscriptMatches {
  byKey: ReadonlyMap<string, readonly Found[]>;
  /** The one that is looked at. */
  current: Found | null;
}

export interface SearchProps {
  items: readonly TranscriptItem[];
  onMatches(matches: TranscriptMatches): void;
  /** Scrolls to the row with this key. */
  onShow(key: string): void;
}

/** Looks for words in what was said; what is still being said comes when it is final. */
export function TranscriptSearch({ items, onMatches, onShow }: SearchProps) {
  const lines = useUnchanged(items.filter(isFinal));
  const texts = useMemo(() => lines.map(({ text }) => text), [lines]);
  const search = useSearch(texts);
  const { byRow, current, query } = search;
  const keyOf = (found: Found | null) => (found ? lines[found.index]?.key : undefined);
  const latest = useRef({ onMatches, onShow, keyOf });
  latest.current = { onMatches, onShow, keyOf };

  useEffect(() => {
    const byKey = new Map(
      [...byRow].flatMap(([index, found]) => (lines[index] ? [[lines[index].key, found]] : [])),
    );
    latest.current.onMatches({ byKey, current });
  }, [byRow, lines, current]);

  // The first match comes into sight while somebody types; later lines do not move the view.
  const shown = useRef('');
  useEffect(() => {
    if (shown.current === query) return;
    const key = latest.current.keyOf(current);
    if (key === undefined) return;
    shown.current = query;
    latest.current.onShow(key);
  }, [query, current]);

  return (
    <SearchBar
      search={search}
      onShow={(found) => {
        const key = keyOf(found);
        if (key !== undefined) onShow(key);
      }}
    />
  );
}

const isFinal = (item: TranscriptItem): item is SpokenItem => item.kind === 'speech';

/** The list as it was before, as long as its members are the same. */
function useUnchanged<T>(list: readonly T[]): readonly T[] {
  const before = useRef(list);
  const same = before.current.length === list.length && list.every((each, at) => each === before.current[at]);
  if (!same) before.current = list;
  return before.current;
}
