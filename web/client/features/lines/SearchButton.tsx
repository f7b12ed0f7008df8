import { Search } from 'lucide-react';

interface SearchButtonProps {
  /** What is searched. */
  label: string;
  onPress(): void;
}

/** Stands where the field for searching a transcript will be, whose code comes when somebody goes for it. */
export function SearchButton({ label, onPress }: SearchButtonProps) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="flex min-h-10 min-w-0 flex-1 items-center gap-2.5 rounded-xl border border-line bg-canvas px-3 text-ink-soft text-sm hover:bg-sunken"
    >
      <Search aria-hidden size={16} className="shrink-0" />
      {label}
    </button>
  );
}
