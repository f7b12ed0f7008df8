import { type FormEvent, useState } from 'react';
import type { OwnPoll } from '../../../../lib/poll-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { describePrivacy } from './describe-poll.ts';

interface VoteFormProps {
  poll: OwnPoll;
  /** Of the question. */
  labelId: string;
  busy: boolean;
  onVote(choices: number[]): void;
  /** Leaves the vote as it is; null for somebody who has not voted. */
  onCancel: (() => void) | null;
}

/** The choices of a poll: one of them, or any number. */
export function VoteForm({ poll, labelId, busy, onVote, onCancel }: VoteFormProps) {
  const { id, choices, multiple, mine } = poll;
  const [chosen, setChosen] = useState<readonly number[]>(mine?.choices ?? []);
  const toggle = (place: number) => {
    if (!multiple) setChosen([place]);
    else if (chosen.includes(place)) setChosen(chosen.filter((each) => each !== place));
    else setChosen([...chosen, place]);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen.length > 0) onVote([...chosen]);
  };
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-3">
      <fieldset
        role={multiple ? undefined : 'radiogroup'}
        aria-labelledby={labelId}
        className="divide-y divide-line rounded-xl border border-line"
      >
        {choices.map((choice, place) => (
          <label key={choice} className="flex min-h-12 items-center gap-3 px-3.5 py-2">
            <input
              type={multiple ? 'checkbox' : 'radio'}
              name={id}
              checked={chosen.includes(place)}
              onChange={() => toggle(place)}
              // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was pressed
              autoFocus={onCancel !== null && place === (mine?.choices[0] ?? 0)}
              className="size-4.5 shrink-0 accent-accent"
            />
            <bdi className="min-w-0 flex-1 text-sm [overflow-wrap:anywhere]">{choice}</bdi>
          </label>
        ))}
      </fieldset>
      <p className="text-ink-faint text-xs">
        {multiple && 'Choose as many as you like. '}
        {describePrivacy(poll)}
      </p>
      <div className="flex flex-wrap justify-end gap-2">
        {onCancel && (
          <Button look="plain" onClick={onCancel}>
            Cancel
          </Button>
        )}
        <Button type="submit" look="primary" busy={busy} disabled={chosen.length === 0}>
          Vote
        </Button>
      </div>
    </form>
  );
}
