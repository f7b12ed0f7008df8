import { useState } from 'react';
import type { OwnPoll } from '../../../../lib/poll-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import type { Access } from '../api/people.ts';
import { deletePoll, endPoll } from '../api/polls.ts';
import { withOwnPoll, withoutPoll } from './poll-list.ts';
import { usePollChange } from './usePollChange.ts';

/** What whoever asked, and hosts, do with a question that everyone sees. */
export function PollControls({ poll: { id, state }, access }: { poll: OwnPoll; access: Access }) {
  const [asking, setAsking] = useState(false);
  const change = usePollChange(access.meetingId);
  const onEnd = () =>
    change.run(async () => {
      const answer = await endPoll(access, id);
      return (list) => withOwnPoll(list, answer);
    });
  const onDelete = () =>
    change.run(
      async () => {
        await deletePoll(access, id);
        return (list) => withoutPoll(list, id);
      },
      () => setAsking(false),
    );
  return (
    <div className="flex flex-wrap justify-end gap-2 border-line border-t pt-3">
      <Button look="plain" onClick={() => setAsking(true)}>
        Delete
      </Button>
      {state === 'open' && (
        <Button busy={change.busy} onClick={onEnd}>
          End poll
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        title="Delete this poll?"
        confirmLabel="Delete"
        busy={change.busy}
        onConfirm={onDelete}
        onOpenChange={setAsking}
      >
        Its votes go with it. This cannot be taken back.
      </ConfirmDialog>
    </div>
  );
}
