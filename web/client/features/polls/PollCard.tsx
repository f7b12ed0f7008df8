import { useState } from 'react';
import type { OwnPoll } from '../../../../lib/poll-messages.ts';
import { Button } from '../../ui/Button.tsx';
import type { Access } from '../api/people.ts';
import { castVote } from '../api/polls.ts';
import { PollControls } from './PollControls.tsx';
import { PollFrame } from './PollFrame.tsx';
import { withOwnPoll } from './poll-list.ts';
import { ShownResults } from './ShownResults.tsx';
import { sayOtherVote } from './say-other-vote.ts';
import { usePollChange } from './usePollChange.ts';
import { VoteForm } from './VoteForm.tsx';

interface PollCardProps {
  poll: OwnPoll;
  access: Access;
  /** Participant id of the reader. */
  me: string;
  moderates: boolean;
}

/** A question that everyone sees: to vote, or how the votes stand. */
export function PollCard({ poll, access, me, moderates }: PollCardProps) {
  const { id, state, mine, askerId, askerName } = poll;
  const [changing, setChanging] = useState(false);
  const [voted, setVoted] = useState(false);
  const change = usePollChange(access.meetingId);
  const isOpen = state === 'open';
  const isAsker = askerId === me;
  const onVote = (choices: number[]) =>
    change.run(
      async () => {
        const answer = await castVote(access, id, { choices, revision: (mine?.revision ?? 0) + 1 });
        sayOtherVote(answer, choices);
        return (list) => withOwnPoll(list, answer);
      },
      () => {
        setChanging(false);
        setVoted(true);
      },
    );
  return (
    <PollFrame poll={poll} asker={`${isAsker ? 'You' : askerName} ${describeAsking(poll, isAsker)}`}>
      {(labelId) => (
        <>
          {isOpen && (mine === null || changing) ? (
            <VoteForm
              poll={poll}
              labelId={labelId}
              busy={change.busy}
              onVote={onVote}
              onCancel={changing ? () => setChanging(false) : null}
            />
          ) : (
            <ShownResults poll={poll} reader={access} labelId={labelId}>
              {isOpen && (
                <Button
                  // The button that was pressed is gone: the keyboard goes on here.
                  ref={voted ? (button) => button?.focus({ preventScroll: true }) : undefined}
                  onBlur={() => setVoted(false)}
                  onClick={() => setChanging(true)}
                >
                  Change vote
                </Button>
              )}
            </ShownResults>
          )}
          {(isAsker || moderates) && <PollControls poll={poll} access={access} />}
        </>
      )}
    </PollFrame>
  );
}

function describeAsking({ state }: OwnPoll, isAsker: boolean): string {
  if (state === 'ended') return 'asked';
  return isAsker ? 'ask' : 'asks';
}
