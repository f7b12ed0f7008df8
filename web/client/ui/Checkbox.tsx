import { Check } from 'lucide-react';

interface CheckboxProps {
  id: string;
  checked: boolean;
  disabled?: boolean;
  onChange(checked: boolean): void;
}

/** The browser's own checkbox in our colours; its label points at it by id. */
export function Checkbox({ id, checked, disabled = false, onChange }: CheckboxProps) {
  return (
    <span className="relative mt-0.5 flex size-5.5 shrink-0">
      <input
        type="checkbox"
        id={id}
        checked={checked}
        disabled={disabled}
        onChange={({ target }) => onChange(target.checked)}
        className="peer size-full appearance-none rounded-md border-2 border-line-strong checked:border-accent checked:bg-accent disabled:opacity-55"
      />
      <Check
        aria-hidden
        size={15}
        strokeWidth={3}
        className="pointer-events-none absolute inset-0 m-auto hidden text-on-accent peer-checked:block"
      />
    </span>
  );
}
