import { Plus, X } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { pollLimits } from '../../../../lib/poll-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextAreaField } from '../../ui/TextAreaField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { Access } from '../api/people.ts';
import { writePoll } from '../api/polls.ts';
import { addChoice, findProblem, type PollForm, removeChoice, setChoice, toRequest } from './poll-form.ts';
import { withOwnPoll } from './poll-list.ts';
import { usePollChange } from './usePollChange.ts';

interface PollEditorProps {
  form: PollForm;
  access: Access;
  offRecord: boolean;
  onChange(form: PollForm): void;
  onClose(): void;
}

/** What somebody is about to ask everyone. */
export function PollEditor({ form, access, offRecord, onChange, onClose }: PollEditorProps) {
  const { question, choices, multiple, anonymous, results } = form;
  const [tried, setTried] = useState(false);
  const change = usePollChange(access.meetingId);
  const problem = tried ? findProblem(form) : null;
  const body = useRef<HTMLFormElement>(null);
  const fields = () => body.current?.querySelectorAll<HTMLElement>('textarea, input[type=text]');
  useEffect(() => {
    body.current?.querySelector('textarea')?.focus({ preventScroll: true });
  }, []);
  const send = (launch: boolean) => {
    setTried(true);
    const wrong = findProblem(form);
    if (wrong) {
      fields()?.[wrong.at === 'question' ? 0 : wrong.at + 1]?.focus();
      return;
    }
    change.run(async () => {
      const answer = await writePoll(access, form.id, toRequest(form, launch));
      return (list) => withOwnPoll(list, answer);
    }, onClose);
  };
  const addRow = () => {
    onChange(addChoice(form));
    // The row is there when the page has been drawn again.
    requestAnimationFrame(() => fields()?.[choices.length + 1]?.focus());
  };
  /** Enter begins the next choice; it does not ask everyone. */
  const goOn = (event: KeyboardEvent, place: number) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (place + 1 < choices.length) fields()?.[place + 2]?.focus();
    else addRow();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    send(true);
  };
  return (
    <form ref={body} onSubmit={onSubmit} className="flex flex-col gap-4">
      <TextAreaField
        label="Question"
        rows={2}
        value={question}
        error={problem?.at === 'question' ? problem.text : null}
        onChange={({ target }) => onChange({ ...form, question: target.value })}
      />
      <fieldset className="flex flex-col gap-3">
        <legend className="sr-only">Choices</legend>
        {choices.map((choice, place) => (
          // Rows have no other identity before they are asked.
          // biome-ignore lint/suspicious/noArrayIndexKey: rows do not move
          <div key={place} className="flex items-start gap-1">
            <TextField
              type="text"
              label={`Choice ${place + 1}`}
              className="min-w-0 flex-1"
              value={choice}
              autoComplete="off"
              error={problem?.at === place ? problem.text : null}
              onChange={({ target }) => onChange(setChoice(form, place, target.value))}
              onKeyDown={(event) => goOn(event, place)}
            />
            {choices.length > pollLimits.fewestChoices && (
              <IconButton
                label={`Remove choice ${place + 1}`}
                icon={<X aria-hidden size={18} />}
                size="small"
                className="mt-8"
                onClick={() => onChange(removeChoice(form, place))}
              />
            )}
          </div>
        ))}
        <Button
          look="plain"
          className="self-start"
          disabled={choices.length === pollLimits.mostChoices}
          onClick={addRow}
        >
          <Plus aria-hidden size={16} />
          Add a choice
        </Button>
      </fieldset>
      <Switch
        label="Several answers"
        hint="People choose as many as they like."
        checked={multiple}
        onChange={(next) => onChange({ ...form, multiple: next })}
      />
      <Switch
        label="Anonymous"
        hint="Nobody sees who votes for what, hosts neither."
        checked={anonymous}
        onChange={(next) => onChange({ ...form, anonymous: next })}
      />
      <Switch
        label="Show results at once"
        hint={
          results === 'live'
            ? 'Everyone sees them while people vote.'
            : 'Everyone sees them when the poll ends.'
        }
        checked={results === 'live'}
        onChange={(live) => onChange({ ...form, results: live ? 'live' : 'end' })}
      />
      {offRecord && (
        <p role="status" className="text-sm text-warn">
          Off the record: what you ask now is gone when the meeting ends.
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="plain" onClick={onClose}>
          Cancel
        </Button>
        <Button disabled={change.busy} onClick={() => send(false)}>
          Save for later
        </Button>
        <Button type="submit" look="primary" busy={change.busy}>
          Start poll
        </Button>
      </div>
    </form>
  );
}
