import { Link } from '@tanstack/react-router';
import { ShieldCheck } from 'lucide-react';
import { HomeLink } from '../../ui/HomeLink.tsx';
import { LoadingPage } from '../../ui/LoadingPage.tsx';
import { MessagePage } from '../../ui/MessagePage.tsx';
import { createOwner } from '../api/accounts.ts';
import { AuthCard } from './AuthCard.tsx';
import { PersonForm } from './PersonForm.tsx';
import { ServiceButtons } from './ServiceButtons.tsx';
import { textLink } from './text-link.ts';
import { useAuthState } from './useAuthState.ts';

/** The first account of an installation. */
export function OwnerPage() {
  const { data: state, isPending } = useAuthState();
  if (isPending) return <LoadingPage label="Loading" />;
  if (state && !state.firstRun) {
    return (
      <MessagePage
        icon={<ShieldCheck aria-hidden size={26} />}
        title="This installation has an owner"
        actions={<HomeLink>Go to the start</HomeLink>}
      >
        {state.account ? 'You can start a meeting.' : 'Sign in, or ask its owner for an account.'}
      </MessagePage>
    );
  }
  return (
    <AuthCard
      title="Make this Parley yours"
      lead="The first account owns the installation. From then on, starting a meeting needs an account; joining one never does."
      below={
        <Link to="/" className={textLink}>
          Not now
        </Link>
      }
    >
      <PersonForm withEmail submitLabel="Create the owner's account" onSubmit={createOwner} />
      <ServiceButtons services={state?.services ?? []} to="/" />
    </AuthCard>
  );
}
