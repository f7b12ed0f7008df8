import { useNavigate } from '@tanstack/react-router';
import { Lock } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import type { Account } from '../../../../lib/account-messages.ts';
import { HomeLink } from '../../ui/HomeLink.tsx';
import { LoadingPage } from '../../ui/LoadingPage.tsx';
import { MessagePage } from '../../ui/MessagePage.tsx';
import { useTitle } from '../../ui/useTitle.ts';
import { AppHeader } from './AppHeader.tsx';
import { useAuthState } from './useAuthState.ts';

interface SettingsPageProps {
  title: string;
  lead?: ReactNode;
  /** For the owner of the installation only. */
  ownerOnly?: boolean;
  children(account: Account): ReactNode;
}

/** A page for someone who is signed in; others are sent to sign in and come back. */
export function SettingsPage({ title, lead, ownerOnly = false, children }: SettingsPageProps) {
  useTitle(title);
  const { data: state, error, isPending } = useAuthState();
  const navigate = useNavigate();
  const signedOut = state !== undefined && state.account === null;
  useEffect(() => {
    const { pathname, search } = location;
    if (signedOut) void navigate({ to: '/sign-in', search: { to: pathname + search }, replace: true });
  }, [signedOut, navigate]);
  if (error && !state) {
    return (
      <MessagePage
        icon={<Lock aria-hidden size={26} />}
        title="This page cannot be loaded"
        actions={<HomeLink>Go to the start</HomeLink>}
      >
        {error.message}
      </MessagePage>
    );
  }
  if (isPending || !state?.account) return <LoadingPage label="Loading" />;
  if (ownerOnly && state.account.role !== 'owner') {
    return (
      <MessagePage
        icon={<Lock aria-hidden size={26} />}
        title="For the owner of this installation"
        actions={<HomeLink>Go to the start</HomeLink>}
      />
    );
  }
  return (
    <div className="flex min-h-full flex-col">
      <AppHeader />
      <main className="mx-auto w-full max-w-3xl flex-1 px-5 pt-2 pb-16 sm:px-8">
        <h1 className="font-semibold text-3xl tracking-tight">{title}</h1>
        {lead && <p className="mt-2 max-w-xl text-pretty text-ink-soft">{lead}</p>}
        <div className="mt-7 flex flex-col gap-6">{children(state.account)}</div>
      </main>
    </div>
  );
}

/** One group of settings. */
export function SettingsCard({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="rounded-2xl border border-line bg-surface p-5 shadow-card sm:p-6">
      <h2 className="mb-4 font-semibold text-lg">{title}</h2>
      {children}
    </section>
  );
}
