import type { ReactNode } from 'react';
import type { OwnPoll } from '../../../../lib/poll-messages.ts';
import { Button } from '../../ui/Button.tsx';
import type { Reader } from '../api/assistant.ts';
import { describeTurnout } from './describe-poll.ts';
import { PollResults } from './PollResults.tsx';
import { useVoters } from './useVoters.ts';

interface ShownResultsProps {
  poll: OwnPoll;
  reader: Reader;
  /** Of the question. */
  labelId: string;
  /** What else can be done with it. */
  children?: ReactNode;
}

/** How the votes stand, with the names of those who voted for whoever wishes to see them. */
export function ShownResults({ poll, reader, labelId, children }: ShownResultsProps) {
  const voters = useVoters(reader, poll);
  return (
    <>
      <PollResults poll={poll} labelId={labelId} voters={voters.names} />
      <div className="flex flex-wrap items-center gap-2">
        <p className="text-ink-faint text-sm">{describeTurnout(poll)}</p>
        <div className="ml-auto flex flex-wrap gap-2">
          {voters.offered && (
            <Button look="plain" aria-expanded={voters.shown} onClick={voters.toggle}>
              {voters.shown ? 'Hide who voted' : 'Who voted'}
            </Button>
          )}
          {children}
        </div>
      </div>
      {voters.failed && (
        <p role="alert" className="text-danger text-sm">
          The names cannot be loaded right now.
        </p>
      )}
    </>
  );
}
