import { useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { type FormEvent, useRef } from 'react';
import { useSlashKey } from './useSlashKey.ts';

/** On every page of somebody who is signed in: words, and off to what was said. The key `/` leads here. */
export function HeaderSearch() {
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  useSlashKey(field);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const q = field.current?.value.trim() ?? '';
    void navigate({ to: '/search', search: q === '' ? {} : { q } });
    if (field.current) field.current.value = '';
    field.current?.blur();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: React does not know `search` in every browser yet
    <form role="search" onSubmit={submit} className="relative ml-auto min-w-0 max-w-72 flex-1">
      <Search
        aria-hidden
        size={16}
        className="pointer-events-none absolute inset-y-0 left-3 my-auto text-ink-faint"
      />
      <input
        ref={field}
        type="search"
        aria-label="Search all meetings"
        aria-keyshortcuts="/"
        placeholder="Search"
        autoComplete="off"
        className="min-h-10 w-full rounded-xl border border-line bg-surface pr-3 pl-9 text-ink text-sm hover:border-line-strong"
      />
      <kbd className="pointer-events-none absolute inset-y-0 right-3 my-auto hidden h-5 rounded border border-line px-1.5 font-sans text-ink-faint text-xs leading-[1.125rem] sm:block">
        /
      </kbd>
    </form>
  );
}
