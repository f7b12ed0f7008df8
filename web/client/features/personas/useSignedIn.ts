import { useQuery } from '@tanstack/react-query';
import { authStateSchema } from '../../../../lib/account-messages.ts';
import { callApi } from '../api/call-api.ts';

/** Whether somebody is signed in here; false while that is not known. */
export function useSignedIn(): boolean {
  const state = useQuery({
    queryKey: ['auth', 'state'],
    queryFn: ({ signal }) => callApi('/api/auth/state', authStateSchema, { signal }),
  });
  return state.data?.account != null;
}
