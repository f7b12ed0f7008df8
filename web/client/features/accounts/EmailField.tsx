import { TextField } from '../../ui/TextField.tsx';

interface EmailFieldProps {
  value: string;
  onChange(value: string): void;
}

/** The address that an account signs in by. */
export function EmailField({ value, onChange }: EmailFieldProps) {
  return (
    <TextField
      label="E-mail"
      type="email"
      value={value}
      autoComplete="username"
      maxLength={254}
      required
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
