import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { LineView } from '../../../../lib/line-messages.ts';
import { limits } from '../../../../lib/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useAfterMeeting } from '../after/after-context.ts';
import { nameLineSpeaker, renameSpeaker } from '../api/line-edits.ts';

type Reach = 'line' | 'meeting';

/** Says who spoke: one line, or everything that came from this microphone. */
export function SpeakerForm({ line, onClose }: { line: LineView; onClose(): void }) {
  const { meetingId, people } = useAfterMeeting();
  const { renamed } = line;
  const queries = useQueryClient();
  const id = useId();
  const [name, setName] = useState('');
  const [reach, setReach] = useState<Reach>('line');
  const change = useMutation({
    mutationFn: async ({ to, where }: { to: string | null; where: Reach }) => {
      if (where === 'meeting') await renameSpeaker(meetingId, line.speaker, to);
      else await nameLineSpeaker(meetingId, line, to);
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['lines', meetingId] });
      onClose();
    },
  });
  const reaches: { value: Reach; label: string }[] = [
    { value: 'line', label: 'Only this line' },
    { value: 'meeting', label: `Every line of ${line.speakerName}: another name` },
  ];
  return (
    <form
      className="my-2 flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ to: name.trim(), where: reach });
      }}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <TextField
        label="Who spoke"
        list={`${id}-names`}
        required
        maxLength={limits.name}
        placeholder={line.speakerName}
        value={name}
        autoFocus
        onChange={({ target }) => setName(target.value)}
      />
      <datalist id={`${id}-names`}>
        {people
          .filter((each) => each !== line.speakerName)
          .map((each) => (
            <option key={each} value={each} />
          ))}
      </datalist>
      <fieldset className="flex flex-col gap-1.5 text-sm">
        <legend className="sr-only">Where</legend>
        {reaches.map(({ value, label }) => (
          <label key={value} className="flex items-center gap-2.5">
            <input
              type="radio"
              name={`${id}-reach`}
              checked={reach === value}
              onChange={() => setReach(value)}
              className="size-4 accent-accent"
            />
            {label}
          </label>
        ))}
      </fieldset>
      {change.error && (
        <p role="alert" className="text-danger text-sm">
          {change.error.message}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={change.isPending} disabled={name.trim() === ''}>
          Save
        </Button>
        <Button look="plain" onClick={onClose}>
          Cancel
        </Button>
        {renamed !== null && (
          <Button
            look="plain"
            className="ml-auto"
            disabled={change.isPending}
            onClick={() => change.mutate({ to: null, where: renamed })}
          >
            {renamed === 'meeting' ? 'Every line back' : 'Back'} to {line.heardAs}
          </Button>
        )}
      </div>
    </form>
  );
}
