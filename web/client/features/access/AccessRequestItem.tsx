import { Link } from '@tanstack/react-router';
import type { AccessRequestView } from '../../../../lib/access-requests.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { formatDay } from '../meetings/format-when.ts';
import { useAnswerRequest } from './useAnswerRequest.ts';

interface AccessRequestItemProps {
  request: AccessRequestView;
  /** Names the meeting: the list is of several. */
  withMeeting?: boolean;
}

/** Somebody who asks to see a meeting, for its host. */
export function AccessRequestItem({ request, withMeeting = false }: AccessRequestItemProps) {
  const { name, email, emailProven, note, askedAtMs, meeting, id } = request;
  const answer = useAnswerRequest();
  const choice = (each: 'allow' | 'refuse') => ({
    busy: answer.isPending && answer.variables.choice === each,
    disabled: answer.isPending && answer.variables.choice !== each,
    onClick: () => answer.mutate({ request, choice: each }),
  });
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-3 py-3">
      <Avatar name={name} seed={id} />
      <div className="min-w-0 flex-1 basis-56 text-sm">
        <p className="break-words">
          <bdi className="font-semibold">{name}</bdi> asks to see{' '}
          {withMeeting ? (
            <Link
              to="/meetings/$id"
              params={{ id: meeting.id }}
              className="font-medium underline decoration-line-strong underline-offset-2 hover:decoration-current"
            >
              {meeting.title}
            </Link>
          ) : (
            'this meeting'
          )}
        </p>
        <p className="break-words text-ink-soft">
          <bdi>{email}</bdi>
          {!emailProven && ', which nobody has confirmed'} · {formatDay(askedAtMs, Date.now())}
        </p>
        {note !== '' && (
          <p className="mt-1.5 whitespace-pre-line break-words border-line-strong border-l-2 pl-3" dir="auto">
            {note}
          </p>
        )}
      </div>
      <div className="ml-auto flex gap-2">
        <Button {...choice('refuse')} aria-label={`Not now: ${name}`}>
          Not now
        </Button>
        <Button look="primary" {...choice('allow')} aria-label={`Allow ${name}`}>
          Allow
        </Button>
      </div>
    </li>
  );
}
