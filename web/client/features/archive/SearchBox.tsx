import { Search } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { archiveLimits } from '../../../../lib/archive-messages.ts';
import { useSlashKey } from './useSlashKey.ts';

interface SearchBoxProps {
  value: string;
  onChange(value: string): void;
}

/** Milliseconds without a further letter after which it is looked for. */
const pauseMs = 180;

export function SearchBox({ value, onChange }: SearchBoxProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useSlashKey(field);
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  // Somebody came here with other words, by the field at the top.
  if (value !== known) {
    setKnown(value);
    setTyped(value);
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a letter starts the clock again
  useEffect(() => {
    if (typed === known) return;
    const timer = setTimeout(() => {
      setKnown(typed);
      onChange(typed);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-medium text-ink-soft text-sm">
        Words
      </label>
      <div className="relative">
        <Search
          aria-hidden
          size={18}
          className="pointer-events-none absolute inset-y-0 left-3.5 my-auto text-ink-faint"
        />
        <input
          ref={field}
          id={id}
          aria-keyshortcuts="/"
          type="search"
          value={typed}
          maxLength={archiveLimits.query}
          autoComplete="off"
          // biome-ignore lint/a11y/noAutofocus: who opens this page wants to type
          autoFocus
          onChange={(event) => setTyped(event.target.value)}
          className="min-h-12 w-full rounded-xl border border-line-strong bg-surface pr-3 pl-11 text-base text-ink"
        />
      </div>
    </div>
  );
}
