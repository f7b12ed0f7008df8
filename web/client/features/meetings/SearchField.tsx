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
    <div className="min-w-52 flex-1">
      <label htmlFor={id} className="mb-1 block text-ink-faint text-xs">
        Search by title or person
      </label>
      <div className="relative">
        <Search
          aria-hidden
          size={16}
          className="pointer-events-none absolute inset-y-0 left-3 my-auto text-ink-faint"
        />
        <input
          id={id}
          type="search"
          value={value}
          maxLength={limits.title}
          onChange={(event) => onChange(event.target.value)}
          className="min-h-10 w-full rounded-lg border border-line bg-surface pr-3 pl-9 text-ink text-sm"
        />
      </div>
    </div>
  );
}
