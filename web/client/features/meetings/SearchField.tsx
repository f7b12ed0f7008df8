import { Search } from 'lucide-react';
import { useId } from 'react';
import { limits } from '../../../../lib/messages.ts';

interface SearchFieldProps {
  value: string;
  onChange(value: string): void;
}

export function SearchField({ value, onChange }: SearchFieldProps) {
  const id = useId();
  return (
    <div className="min-w-0 flex-1">
      <label htmlFor={id} className="mb-1.5 block font-medium text-ink-soft text-sm">
        Search by title or person
      </label>
      <div className="relative">
        <Search
          aria-hidden
          size={16}
          className="pointer-events-none absolute inset-y-0 left-3.5 my-auto text-ink-faint"
        />
        <input
          id={id}
          type="search"
          value={value}
          maxLength={limits.title}
          onChange={(event) => onChange(event.target.value)}
          className="min-h-12 w-full rounded-xl border border-line-strong bg-surface pr-3 pl-10 text-base text-ink"
        />
      </div>
    </div>
  );
}
