import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Account, AuthState } from '../../../../lib/account-messages.ts';
import { getAuthState } from '../api/auth-state.ts';

const authQuery = queryOptions({
  queryKey: ['auth', 'state'],
  queryFn: ({ signal }) => getAuthState(signal),
  staleTime: 60_000,
});

/** Who looks at the page, and what someone without an account can do here. */
export function useAuthState() {
  return useQuery(authQuery);
}

/** Tells every page who is signed in now; what was loaded for somebody else is forgotten. */
export function useSetAccount(): (account: Account | null) => void {
  const queries = useQueryClient();
  return (account) => {
    const before = queries.getQueryData<AuthState>(authQuery.queryKey);
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'auth' });
    if (before) {
      queries.setQueryData(authQuery.queryKey, {
        ...before,
        account,
        firstRun: before.firstRun && account === null,
      });
    } else {
      void queries.invalidateQueries({ queryKey: authQuery.queryKey });
    }
  };
}
