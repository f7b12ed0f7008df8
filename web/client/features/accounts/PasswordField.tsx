import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { TextField } from '../../ui/TextField.tsx';

interface PasswordFieldProps {
  label: string;
  value: string;
  /** `new-password` lets the browser propose one. */
  autoComplete: 'current-password' | 'new-password';
  hint?: string;
  onChange(value: string): void;
}

/** A password that can be looked at while it is typed: that prevents more trouble than it makes. */
export function PasswordField({ label, value, autoComplete, hint, onChange }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <div className="relative">
      <TextField
        label={label}
        type={shown ? 'text' : 'password'}
        value={value}
        autoComplete={autoComplete}
        minLength={autoComplete === 'new-password' ? 8 : undefined}
        maxLength={128}
        required
        hint={hint}
        className="[&_input]:pr-12"
        onChange={(event) => onChange(event.target.value)}
      />
      <button
        type="button"
        aria-label={shown ? 'Hide password' : 'Show password'}
        title={shown ? 'Hide password' : 'Show password'}
        className="absolute top-8 right-1.5 inline-flex size-9 items-center justify-center rounded-lg text-ink-soft hover:bg-sunken"
        onClick={() => setShown(!shown)}
      >
        <Icon aria-hidden size={18} />
      </button>
    </div>
  );
}
