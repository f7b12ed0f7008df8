import type { AccessRequestView } from '../../../../lib/access-requests.ts';
import { AccessRequestItem } from './AccessRequestItem.tsx';

interface WaitingRequestsProps {
  waiting: readonly AccessRequestView[];
  /** They are of several meetings: each says of which. */
  withMeeting: boolean;
}

export function WaitingRequests({ waiting, withMeeting }: WaitingRequestsProps) {
  return (
    <section aria-label="Asking for access" className="mt-5 rounded-2xl bg-accent-soft px-4 py-1">
      <ul className="divide-y divide-line">
        {waiting.map((request) => (
          <AccessRequestItem key={request.id} request={request} withMeeting={withMeeting} />
        ))}
      </ul>
    </section>
  );
}
