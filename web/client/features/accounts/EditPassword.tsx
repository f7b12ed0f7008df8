import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { changePassword } from '../api/own-account.ts';
import { FormError } from './FormError.tsx';
import { PasswordField } from './PasswordField.tsx';
import { SettingsCard } from './SettingsPage.tsx';
import { textLink } from './text-link.ts';
import { useSessions } from './useSessions.ts';

export function EditPassword() {
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const { data } = useSessions();
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: changePassword,
    onSuccess: async () => {
      setCurrent('');
      setPassword('');
      await queries.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ current, password });
  };
  if (data?.hasPassword === false) {
    return (
      <SettingsCard title="Password">
        <p className="text-ink-soft">
          You sign in by another service. A link from{' '}
          <Link to="/forgot-password" className={textLink}>
            Forgot your password?
          </Link>{' '}
          gives you a password as well.
        </p>
      </SettingsCard>
    );
  }
  return (
    <SettingsCard title="Password">
      <form onSubmit={onSubmit} className="flex flex-col gap-4">
        <PasswordField
          label="Current password"
          value={current}
          autoComplete="current-password"
          onChange={setCurrent}
        />
        <PasswordField
          label="New password"
          value={password}
          autoComplete="new-password"
          hint="At least 8 characters. You are signed out everywhere else."
          onChange={setPassword}
        />
        <FormError error={change.error} />
        <div className="flex items-center gap-3">
          <Button type="submit" disabled={current === '' || password === ''} busy={change.isPending}>
            Change password
          </Button>
          <span role="status" className="text-ink-soft text-sm">
            {change.isSuccess && password === '' ? 'Changed' : ''}
          </span>
        </div>
      </form>
    </SettingsCard>
  );
}
