import { useMutation } from '@tanstack/react-query';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { resetPassword } from '../api/accounts.ts';
import { AuthCard } from './AuthCard.tsx';
import { BrokenLink } from './BrokenLink.tsx';
import { FormError } from './FormError.tsx';
import { PasswordField } from './PasswordField.tsx';
import { readLinkToken } from './read-link-token.ts';
import { textLink } from './text-link.ts';
import { useSetAccount } from './useAuthState.ts';

/** The other end of the link in a mail about a forgotten password. */
export function ResetPasswordPage() {
  const token = readLinkToken(useLocation().hash);
  const [password, setPassword] = useState('');
  const navigate = useNavigate();
  const setAccount = useSetAccount();
  const reset = useMutation({
    mutationFn: resetPassword,
    onSuccess: async (account) => {
      setAccount(account);
      await navigate({ to: '/' });
    },
  });
  const again = (
    <Link to="/forgot-password" className={textLink}>
      Ask for a new link
    </Link>
  );
  if (!token) return <BrokenLink action={again} />;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    reset.mutate({ token, password });
  };
  return (
    <AuthCard
      title="Choose a new password"
      lead="You are signed out everywhere else, and signed in here."
      below={again}
    >
      <form onSubmit={onSubmit} className="flex flex-col gap-4">
        <PasswordField
          label="New password"
          value={password}
          autoComplete="new-password"
          hint="At least 8 characters. A few words of your own are best."
          onChange={setPassword}
        />
        <FormError error={reset.error} />
        <Button type="submit" look="primary" size="large" busy={reset.isPending}>
          Set the password
        </Button>
      </form>
    </AuthCard>
  );
}
