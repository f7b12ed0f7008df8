import { Link } from '@tanstack/react-router';
import { CloudOff, Lock, SearchX, Trash2 } from 'lucide-react';
import { lazy } from 'react';
import { Button } from '../../ui/Button.tsx';
import { HomeLink } from '../../ui/HomeLink.tsx';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { MessagePage } from '../../ui/MessagePage.tsx';
import { isApiError } from '../api/api-error.ts';

const AskForAccess = lazy(async () => ({
  default: (await import('../access/AskForAccess.tsx')).AskForAccess,
}));

interface DetailsProblemProps {
  error: Error;
  onRetry(): void;
}

/** A meeting's page cannot be shown: nobody is signed in, it is not theirs to see, or nobody answers. */
export function DetailsProblem({ error, onRetry }: DetailsProblemProps) {
  if (isApiError(error, 'unauthorized')) {
    return (
      <MessagePage
        icon={<Lock aria-hidden size={26} />}
        title="Sign in to see this meeting"
        actions={
          <Link
            to="/sign-in"
            search={{ to: location.pathname }}
            className="inline-flex min-h-10 items-center rounded-xl bg-accent px-4 font-medium text-on-accent text-sm hover:bg-accent-hover"
          >
            Sign in
          </Link>
        }
      >
        Meetings are shown to the people who were there or are invited. Signed in, you can ask to see one.
      </MessagePage>
    );
  }
  if (isApiError(error, 'not_found') || isApiError(error, 'forbidden')) {
    return (
      <MessagePage
        icon={<SearchX aria-hidden size={26} />}
        title="There is no such meeting for you"
        actions={<HomeLink>To your meetings</HomeLink>}
      >
        Meetings are shown to the people who were there or are invited. If the link is right, you can ask the
        hosts to let you see it.
        <LazyPart>
          <AskForAccess />
        </LazyPart>
      </MessagePage>
    );
  }
  if (isApiError(error, 'meeting_deleted')) {
    return (
      <MessagePage
        icon={<Trash2 aria-hidden size={26} />}
        title="This meeting was deleted"
        actions={<HomeLink>To your meetings</HomeLink>}
      >
        {error.message} Nothing of it is left.
      </MessagePage>
    );
  }
  return (
    <MessagePage
      icon={<CloudOff aria-hidden size={26} />}
      title="Parley cannot be reached"
      actions={
        <Button look="primary" onClick={onRetry}>
          Try again
        </Button>
      }
    >
      {error.message}
    </MessagePage>
  );
}
