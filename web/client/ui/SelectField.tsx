import { ChevronDown } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';

interface SelectFieldProps {
  label: string;
  icon?: ReactNode;
  value: string;
  options: { value: string; label: string }[];
  disabled?: boolean;
  onChange(value: string): void;
}

/** The browser's own list: it works with any keyboard, any screen reader and the wheel of a phone. */
export function SelectField({ label, icon, value, options, disabled, onChange }: SelectFieldProps) {
  const id = useId();
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1.5 block font-medium text-ink-soft text-sm">
        {label}
      </label>
      <div className="relative">
        {icon && (
          <span className="pointer-events-none absolute inset-y-0 left-3.5 flex items-center text-ink-faint">
            {icon}
          </span>
        )}
        <select
          id={id}
          value={value}
          disabled={disabled}
          onChange={(event) => onChange(event.target.value)}
          className={classNames(
            'min-h-12 w-full appearance-none truncate rounded-xl border border-line-strong bg-surface pr-9 text-base text-ink disabled:opacity-55',
            icon ? 'pl-10' : 'pl-3.5',
          )}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          size={16}
          className="pointer-events-none absolute inset-y-0 right-3 my-auto text-ink-faint"
        />
      </div>
    </div>
  );
}
