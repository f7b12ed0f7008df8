import { type FormEvent, useState } from 'react';
import { type CreateShare, type SharePart, shareLimits, shareParts } from '../../../../lib/shares.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckList } from '../../ui/CheckList.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { partNames } from './part-names.ts';

interface ShareFormProps {
  /** There is a picture to share. */
  withPicture: boolean;
  busy: boolean;
  onCreate(share: CreateShare): Promise<unknown>;
}

const expiries = [
  { value: '1', label: 'One day' },
  { value: '7', label: 'One week' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
];

const hints: Record<SharePart, string> = {
  summary: 'With decisions and tasks',
  transcript: 'Every word, with names',
  recording: 'The sound of everyone',
  picture: 'Faces and shared screens, with the sound',
};

export function ShareForm({ withPicture, busy, onCreate }: ShareFormProps) {
  const [parts, setParts] = useState<readonly SharePart[]>(['summary']);
  const [label, setLabel] = useState('');
  const [days, setDays] = useState('7');
  const offered = shareParts.filter((part) => part !== 'picture' || withPicture);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    // What went wrong is shown by the dialog.
    onCreate({ parts: [...parts], label, expiresInDays: Number(days) }).then(
      () => setLabel(''),
      () => undefined,
    );
  };
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-4">
      <CheckList
        legend="What they see"
        choices={offered.map((part) => ({ value: part, label: partNames[part], hint: hints[part] }))}
        chosen={parts}
        onChange={setParts}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="Whom it is for"
          placeholder="Chloe, the team"
          maxLength={shareLimits.label}
          value={label}
          onChange={({ target }) => setLabel(target.value)}
        />
        <SelectField label="Good for" value={days} options={expiries} onChange={setDays} />
      </div>
      <Button type="submit" look="primary" busy={busy} disabled={parts.length === 0}>
        Make a link
      </Button>
    </form>
  );
}
