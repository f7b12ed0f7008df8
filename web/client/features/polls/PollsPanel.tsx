import { Plus } from 'lucide-react';
import { useState } from 'react';
import { createId } from '../../../../lib/ids.ts';
import { Button } from '../../ui/Button.tsx';
import type { Access } from '../api/people.ts';
import { PollEditor } from './PollEditor.tsx';
import { PollList } from './PollList.tsx';
import { beginForm, editForm, type PollForm } from './poll-form.ts';
import type { PollsControl } from './usePolls.ts';

export interface PollsPanelProps {
  polls: PollsControl;
  access: Access;
  /** Participant id of the reader. */
  me: string;
  moderates: boolean;
  /** What is asked now is gone when the meeting ends. */
  offRecord: boolean;
}

/** The questions to everyone, or the one that is being written. */
export function PollsPanel({ offRecord, ...shown }: PollsPanelProps) {
  const { list, draft } = shown.polls;
  const [form, setForm] = useState(draft.current);
  const [wrote, setWrote] = useState(false);
  const write = (next: PollForm | null) => {
    draft.current = next;
    setForm(next);
  };
  const close = () => {
    write(null);
    setWrote(true);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <div tabIndex={0} className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-4 pb-4">
      {form && list.mayAsk ? (
        <PollEditor
          form={form}
          access={shown.access}
          offRecord={offRecord}
          onChange={write}
          onClose={close}
        />
      ) : (
        <>
          {list.mayAsk && (
            <Button
              look="primary"
              className="self-start"
              // The keyboard comes back from what was written.
              autoFocus={wrote}
              onClick={() => write(beginForm(createId('pol')))}
            >
              <Plus aria-hidden size={16} />
              New poll
            </Button>
          )}
          <PollList {...shown} onEdit={(poll) => write(editForm(poll))} />
        </>
      )}
    </div>
  );
}
