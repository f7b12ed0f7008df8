import { useQuery } from '@tanstack/react-query';
import { listSessions } from '../api/accounts.ts';

/** Where this account is signed in. */
export function useSessions() {
  return useQuery({ queryKey: ['sessions'], queryFn: ({ signal }) => listSessions(signal) });
}
