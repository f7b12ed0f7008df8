import { AccessRequestItem } from './AccessRequestItem.tsx';
import { useAccessRequests } from './useAccessRequests.ts';

/** Who asks to see a meeting and waits for an answer; nothing where nobody does. Without `meetingId`: in any that one hosts. */
export function AccessRequests({ meetingId = null }: { meetingId?: string | null }) {
  const waiting = useAccessRequests(meetingId).data?.filter(({ state }) => state === 'open') ?? [];
  if (waiting.length === 0) return null;
  return (
    <section aria-label="Asking for access" className="mt-5 rounded-2xl bg-accent-soft px-4 py-1">
      <ul className="divide-y divide-line">
        {waiting.map((request) => (
          <AccessRequestItem key={request.id} request={request} withMeeting={meetingId === null} />
        ))}
      </ul>
    </section>
  );
}
