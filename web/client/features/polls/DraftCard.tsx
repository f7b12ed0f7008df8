import type { OwnPoll } from '../../../../lib/poll-messages.ts';
import { Button } from '../../ui/Button.tsx';
import type { Access } from '../api/people.ts';
import { deletePoll, writePoll } from '../api/polls.ts';
import { PollFrame } from './PollFrame.tsx';
import { editForm, toRequest } from './poll-form.ts';
import { withOwnPoll, withoutPoll } from './poll-list.ts';
import { usePollChange } from './usePollChange.ts';

interface DraftCardProps {
  poll: OwnPoll;
  access: Access;
  /** The reader may ask now. */
  mayAsk: boolean;
  onEdit(): void;
}

/** A question that was saved for later, which only whoever wrote it sees. */
export function DraftCard({ poll, access, mayAsk, onEdit }: DraftCardProps) {
  const change = usePollChange(access.meetingId);
  const onStart = () =>
    change.run(async () => {
      const answer = await writePoll(access, poll.id, toRequest(editForm(poll), true));
      return (list) => withOwnPoll(list, answer);
    });
  const onDelete = () =>
    change.run(async () => {
      await deletePoll(access, poll.id);
      return (list) => withoutPoll(list, poll.id);
    });
  return (
    <PollFrame poll={poll} asker="Saved for later: only you see it">
      {(labelId) => (
        <>
          <ul aria-labelledby={labelId} className="list-disc pl-5 text-ink-soft text-sm">
            {poll.choices.map((choice) => (
              <li key={choice} className="[overflow-wrap:anywhere]">
                <bdi>{choice}</bdi>
              </li>
            ))}
          </ul>
          <div className="flex flex-wrap justify-end gap-2">
            <Button look="plain" disabled={change.busy} onClick={onDelete}>
              Delete
            </Button>
            {mayAsk && <Button onClick={onEdit}>Edit</Button>}
            {mayAsk && (
              <Button look="primary" busy={change.busy} onClick={onStart}>
                Start
              </Button>
            )}
          </div>
        </>
      )}
    </PollFrame>
  );
}
