import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../ui/IconButton.tsx';
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
      <IconButton
        size="small"
        label={shown ? 'Hide password' : 'Show password'}
        icon={<Icon aria-hidden size={18} />}
        className="absolute top-[1.9rem] right-1.5"
        onClick={() => setShown(!shown)}
      />
    </div>
  );
}
