import { useQuery } from '@tanstack/react-query';
import { listAccessRequests } from '../api/access-requests.ts';

export const allRequests = ['meetings', 'access-requests'];
/** Somebody who asks waits for hours; whoever looks at the page sees it soon. */
const refreshMs = 60_000;

/** Requests to see one meeting; null: those that wait in any meeting that the account hosts. */
export function useAccessRequests(meetingId: string | null) {
  return useQuery({
    queryKey: [...allRequests, meetingId],
    queryFn: ({ signal }) => listAccessRequests(meetingId, signal),
    refetchInterval: refreshMs,
  });
}
