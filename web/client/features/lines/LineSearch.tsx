import { useEffect } from 'react';
import type { Found } from './find-words.ts';
import { SearchBar } from './SearchBar.tsx';
import { useSearch } from './useSearch.ts';

/** What was searched for, by the index of the text that has it. */
export interface LineMatches {
  byRow: ReadonlyMap<number, readonly Found[]>;
  /** The one that is looked at. */
  current: Found | null;
}

interface LineSearchProps {
  texts: readonly string[];
  onMatches(matches: LineMatches): void;
  /** Somebody steps to it. */
  onShow(found: Found): void;
}

/** Looks for words in texts, and marks where they are. */
export function LineSearch({ texts, onMatches, onShow }: LineSearchProps) {
  const search = useSearch(texts);
  const { byRow, current } = search;
  useEffect(() => onMatches({ byRow, current }), [byRow, current, onMatches]);
  return <SearchBar search={search} onShow={onShow} />;
}
