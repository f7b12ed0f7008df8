import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { useAccessRequests } from './useAccessRequests.ts';
import { useAnswerRequest } from './useAnswerRequest.ts';

/** For hosts, under the people of a meeting: who may see it because they asked. */
export function AllowedPeople({ meetingId }: { meetingId: string }) {
  const requests = useAccessRequests(meetingId);
  const answer = useAnswerRequest();
  const allowed = requests.data?.filter(({ state }) => state === 'allowed') ?? [];
  if (allowed.length === 0) return null;
  return (
    <section aria-label="May see it" className="border-line border-t">
      <h3 className="px-5 pt-3 font-medium text-ink-soft text-sm">May see it, because they asked</h3>
      <ul className="divide-y divide-line">
        {allowed.map((request) => (
          <li key={request.id} className="flex items-center gap-3 px-5 py-3">
            <Avatar name={request.name} seed={request.id} />
            <div className="min-w-0 flex-1 text-sm">
              <p className="truncate font-medium">{request.name}</p>
              <p className="truncate text-ink-faint">{request.email}</p>
            </div>
            <Button
              look="plain"
              aria-label={`Take back what ${request.name} may see`}
              busy={answer.isPending && answer.variables.request.id === request.id}
              onClick={() => answer.mutate({ request, choice: 'disallow' })}
            >
              Take back
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
