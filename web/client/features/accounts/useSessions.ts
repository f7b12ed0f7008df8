import { useQuery } from '@tanstack/react-query';
import { listSessions } from '../api/own-account.ts';

/** Where this account is signed in. */
export function useSessions() {
  return useQuery({ queryKey: ['sessions'], queryFn: ({ signal }) => listSessions(signal) });
}
