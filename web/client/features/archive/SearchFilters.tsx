import { TextField } from '../../ui/TextField.tsx';
import type { SearchAddress } from './search-address.ts';

interface SearchFiltersProps {
  value: SearchAddress;
  onChange(change: SearchAddress): void;
}

/** Who said it, and between which days. */
export function SearchFilters({ value, onChange }: SearchFiltersProps) {
  const set = (name: 'speaker' | 'from' | 'to') => (text: string) => onChange({ ...value, [name]: text });
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-[minmax(0,1fr)_10.5rem_10.5rem]">
      <TextField
        label="Said by"
        className="col-span-2 sm:col-span-1"
        placeholder="Anybody"
        value={value.speaker ?? ''}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => set('speaker')(event.target.value)}
      />
      <TextField
        label="From"
        type="date"
        value={value.from ?? ''}
        max={value.to}
        onChange={(event) => set('from')(event.target.value)}
      />
      <TextField
        label="To"
        type="date"
        value={value.to ?? ''}
        min={value.from}
        onChange={(event) => set('to')(event.target.value)}
      />
    </div>
  );
}
