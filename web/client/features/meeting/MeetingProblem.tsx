import { CloudOff, SearchX, Trash2 } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { HomeLink } from '../../ui/HomeLink.tsx';
import { MessagePage } from '../../ui/MessagePage.tsx';
import { isApiError } from '../api/api-error.ts';

interface MeetingProblemProps {
  error: Error | null;
  busy: boolean;
  onRetry(): void;
}

/** The meeting cannot be shown: nobody knows its code, or nobody answers. */
export function MeetingProblem({ error, busy, onRetry }: MeetingProblemProps) {
  if (isApiError(error, 'not_found') || isApiError(error, 'bad_request')) {
    return (
      <MessagePage
        icon={<SearchX aria-hidden size={26} />}
        title="There is no meeting with this code"
        actions={<HomeLink>Enter another code</HomeLink>}
      >
        Check the link that you were given. A code looks like abc-defg-hij.
      </MessagePage>
    );
  }
  if (isApiError(error, 'meeting_deleted')) {
    return (
      <MessagePage
        icon={<Trash2 aria-hidden size={26} />}
        title="This meeting was deleted"
        actions={<HomeLink>Enter another code</HomeLink>}
      >
        {error?.message}
      </MessagePage>
    );
  }
  return (
    <MessagePage
      icon={<CloudOff aria-hidden size={26} />}
      title="Parley cannot be reached"
      actions={
        <Button look="primary" busy={busy} onClick={onRetry}>
          Try again
        </Button>
      }
    >
      {error?.message} Your meeting is not lost: try again in a moment.
    </MessagePage>
  );
}
