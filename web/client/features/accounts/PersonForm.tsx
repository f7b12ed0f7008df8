import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { Account } from '../../../../lib/account-messages.ts';
import { limits } from '../../../../lib/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { EmailField } from './EmailField.tsx';
import { FormError } from './FormError.tsx';
import { PasswordField } from './PasswordField.tsx';
import { localTimeZone } from './read-link-token.ts';
import { useSetAccount } from './useAuthState.ts';

export interface PersonInput {
  name: string;
  email: string;
  password: string;
  timeZone: string;
}

interface PersonFormProps {
  /** False when the address is known already, from a link. */
  withEmail: boolean;
  submitLabel: string;
  onSubmit(person: PersonInput): Promise<Account>;
}

/** Name, address and password of a new account; then the start page, signed in. */
export function PersonForm({ withEmail, submitLabel, onSubmit }: PersonFormProps) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const navigate = useNavigate();
  const setAccount = useSetAccount();
  const make = useMutation({
    mutationFn: onSubmit,
    onSuccess: async (account) => {
      setAccount(account);
      await navigate({ to: '/' });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate({ name, email, password, timeZone: localTimeZone() });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <TextField
        label="Your name"
        value={name}
        autoComplete="name"
        maxLength={limits.name}
        required
        onChange={(event) => setName(event.target.value)}
      />
      {withEmail && <EmailField value={email} onChange={setEmail} />}
      <PasswordField
        label="Password"
        value={password}
        autoComplete="new-password"
        hint="At least 8 characters. A few words of your own are best."
        onChange={setPassword}
      />
      <FormError error={make.error} />
      <Button type="submit" look="primary" size="large" busy={make.isPending}>
        {submitLabel}
      </Button>
    </form>
  );
}
