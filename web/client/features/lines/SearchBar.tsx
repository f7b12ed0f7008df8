import { ChevronDown, ChevronUp, Search, X } from 'lucide-react';
import { type Found, mostFound } from './find-words.ts';
import type { TextSearch } from './useSearch.ts';

interface SearchBarProps {
  search: TextSearch;
  onShow(found: Found): void;
}

const button =
  'inline-flex size-9 shrink-0 items-center justify-center rounded-lg text-ink-soft hover:bg-sunken hover:text-ink disabled:opacity-40';

/** Looks for words in this meeting: how often, and from one place to the next. */
export function SearchBar({ search, onShow }: SearchBarProps) {
  const go = (by: 1 | -1) => {
    const found = search.step(by);
    if (found) onShow(found);
  };
  const total = search.found.length === mostFound ? `${mostFound}+` : search.found.length;
  const isOn = search.query.trim() !== '';
  return (
    <search className="flex min-h-10 min-w-0 flex-1 items-center gap-1 rounded-xl border border-line bg-canvas pr-1 pl-3 outline-accent has-[input:focus-visible]:outline-2">
      <Search aria-hidden size={16} className="shrink-0 text-ink-faint" />
      <input
        type="search"
        // biome-ignore lint/a11y/noAutofocus: only where somebody asked for it a moment ago
        autoFocus
        aria-label="Search in this meeting"
        placeholder="Search in this meeting"
        value={search.query}
        onChange={({ target }) => search.setQuery(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
          if (event.key === 'Escape' && search.query !== '') {
            // What it stands in closes with the next one.
            event.stopPropagation();
            search.setQuery('');
          }
        }}
        className="min-w-0 flex-1 bg-transparent px-1.5 py-2 text-base outline-none sm:text-sm [&::-webkit-search-cancel-button]:hidden"
      />
      {isOn && (
        <>
          <span role="status" className="shrink-0 px-1 text-ink-soft text-sm tabular-nums">
            <span aria-hidden>
              {search.position}/{total}
            </span>
            <span className="sr-only">
              {search.found.length === 0 ? 'Nothing found' : `${search.position} of ${total}`}
            </span>
          </span>
          <button
            type="button"
            title="Previous place"
            aria-label="Previous place"
            disabled={search.found.length === 0}
            onClick={() => go(-1)}
            className={button}
          >
            <ChevronUp aria-hidden size={17} />
          </button>
          <button
            type="button"
            title="Next place"
            aria-label="Next place"
            disabled={search.found.length === 0}
            onClick={() => go(1)}
            className={button}
          >
            <ChevronDown aria-hidden size={17} />
          </button>
          <button
            type="button"
            title="End the search"
            aria-label="End the search"
            onClick={() => search.setQuery('')}
            className={button}
          >
            <X aria-hidden size={16} />
          </button>
        </>
      )}
    </search>
  );
}
