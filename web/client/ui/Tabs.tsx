import { useId } from 'react';

interface TabsProps<T extends string> {
  label: string;
  value: T;
  options: { value: T; label: string; count?: number | undefined }[];
  onChange(value: T): void;
}

/** Choices of which one holds, side by side; arrow keys move between them. */
export function Tabs<T extends string>({ label, value, options, onChange }: TabsProps<T>) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className="flex max-w-full gap-1 overflow-x-auto rounded-xl bg-sunken p-1 sm:w-fit"
    >
      {options.map((option) => (
        <label
          key={option.value}
          className="relative inline-flex min-h-9 flex-1 items-center justify-center gap-2 whitespace-nowrap rounded-lg px-3 font-medium text-ink-soft text-sm hover:text-ink has-checked:bg-raised has-checked:text-ink has-checked:shadow-sm has-focus-visible:outline-2 has-focus-visible:outline-accent sm:flex-none"
        >
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
          {option.label}
          {option.count !== undefined && <span className="text-ink-faint tabular-nums">{option.count}</span>}
        </label>
      ))}
    </div>
  );
}
