import { lazy } from 'react';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { useAccessRequests } from './useAccessRequests.ts';

// Most of the time nobody asks.
const WaitingRequests = lazy(async () => ({
  default: (await import('./WaitingRequests.tsx')).WaitingRequests,
}));

/** Who asks to see a meeting and waits for an answer; nothing where nobody does. Without `meetingId`: in any that one hosts. */
export function AccessRequests({ meetingId = null }: { meetingId?: string | null }) {
  const waiting = useAccessRequests(meetingId).data?.filter(({ state }) => state === 'open') ?? [];
  return (
    <LazyPart>
      {waiting.length > 0 && <WaitingRequests waiting={waiting} withMeeting={meetingId === null} />}
    </LazyPart>
  );
}
