import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { signIn } from '../api/accounts.ts';
import { AuthCard } from './AuthCard.tsx';
import { EmailField } from './EmailField.tsx';
import { FormError } from './FormError.tsx';
import { PasswordField } from './PasswordField.tsx';
import { ServiceButtons } from './ServiceButtons.tsx';
import { serviceProblem } from './service-problem.ts';
import { textLink } from './text-link.ts';
import { useAuthState, useSetAccount } from './useAuthState.ts';

export function SignInPage() {
  const { to = '/', error } = useSearch({ from: '/sign-in' });
  const { data: state } = useAuthState();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const navigate = useNavigate();
  const setAccount = useSetAccount();
  const enter = useMutation({
    mutationFn: signIn,
    onSuccess: async (account) => {
      setAccount(account);
      await navigate({ href: to });
    },
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate({ email, password });
  };
  return (
    <AuthCard
      title="Sign in"
      below={<NoAccount open={state?.openSignUp ?? false} firstRun={state?.firstRun} />}
    >
      <form onSubmit={onSubmit} className="flex flex-col gap-4">
        <EmailField value={email} onChange={setEmail} />
        <PasswordField
          label="Password"
          value={password}
          autoComplete="current-password"
          onChange={setPassword}
        />
        <FormError error={enter.error ?? (enter.isIdle ? serviceProblem(error) : null)} />
        <Button type="submit" look="primary" size="large" busy={enter.isPending}>
          Sign in
        </Button>
        <Link to="/forgot-password" className={`${textLink} self-center text-sm`}>
          Forgot your password?
        </Link>
      </form>
      <ServiceButtons services={state?.services ?? []} to={to} />
    </AuthCard>
  );
}

function NoAccount({ open, firstRun }: { open: boolean; firstRun: boolean | undefined }) {
  if (firstRun) {
    return (
      <>
        Nobody has an account here yet.{' '}
        <Link to="/welcome" className={textLink}>
          Make the first one
        </Link>
      </>
    );
  }
  if (!open) return 'To join a meeting you need no account, only its link.';
  return (
    <>
      No account yet?{' '}
      <Link to="/sign-up" className={textLink}>
        Sign up
      </Link>
    </>
  );
}
