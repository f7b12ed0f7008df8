import { CloudOff } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { HomeLink } from '../../ui/HomeLink.tsx';
import { MessagePage } from '../../ui/MessagePage.tsx';
import { BrokenLink } from '../accounts/BrokenLink.tsx';
import { ApiError } from '../api/api-error.ts';

interface LinkProblemProps {
  error: Error;
  busy: boolean;
  onRetry(): void;
}

/** A link of a mail that leads nowhere, or a server that does not answer. */
export function LinkProblem({ error, busy, onRetry }: LinkProblemProps) {
  if (error instanceof ApiError && error.code === 'not_found') {
    return <BrokenLink action={<HomeLink>Go to the start</HomeLink>} />;
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
      {error.message}
    </MessagePage>
  );
}
