import { Link, useLocation } from '@tanstack/react-router';
import { Brand } from '../../ui/Brand.tsx';
import { SkipLink } from '../../ui/SkipLink.tsx';
import { HeaderSearch } from '../archive/HeaderSearch.tsx';
import { PageCommands } from '../page-commands/PageCommands.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import { useAuthState } from './useAuthState.ts';

const action =
  'inline-flex min-h-10 items-center rounded-xl border border-line bg-surface px-4 font-medium text-sm hover:bg-sunken';

/** The top of every page outside a meeting: the way home, and the account. */
export function AppHeader() {
  const { data: state } = useAuthState();
  // That page has a field of its own.
  const isSearching = useLocation({ select: ({ pathname }) => pathname === '/search' });
  return (
    <header className="flex min-h-[4.5rem] items-center justify-between gap-4 px-5 py-4 sm:px-8">
      <SkipLink to="main">Skip to the content</SkipLink>
      <Brand />
      {state?.account && !isSearching && <HeaderSearch />}
      {state && (
        <div className="flex shrink-0 items-center gap-1 sm:gap-2">
          <PageCommands />
          {state.account ? (
            <AccountMenu account={state.account} />
          ) : (
            <Link to={state.firstRun ? '/welcome' : '/sign-in'} className={action}>
              {state.firstRun ? 'Set up' : 'Sign in'}
            </Link>
          )}
        </div>
      )}
    </header>
  );
}
