import { type FormEvent, useState } from 'react';
import { type CreateShare, type SharePart, shareLimits, shareParts } from '../../../../lib/shares.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { partNames } from './part-names.ts';

interface ShareFormProps {
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
};

export function ShareForm({ busy, onCreate }: ShareFormProps) {
  const [parts, setParts] = useState<readonly SharePart[]>(['summary']);
  const [label, setLabel] = useState('');
  const [days, setDays] = useState('7');
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    // What went wrong is shown by the dialog.
    onCreate({ parts: [...parts], label, expiresInDays: Number(days) }).then(
      () => setLabel(''),
      () => undefined,
    );
  };
  const toggle = (part: SharePart, checked: boolean) =>
    setParts(shareParts.filter((each) => (each === part ? checked : parts.includes(each))));
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-4">
      <fieldset>
        <legend className="mb-1.5 font-medium text-ink-soft text-sm">What they see</legend>
        <div className="divide-y divide-line rounded-xl border border-line">
          {shareParts.map((part) => (
            <label key={part} className="flex min-h-12 items-center gap-3 px-3.5 py-2">
              <input
                type="checkbox"
                checked={parts.includes(part)}
                onChange={({ target }) => toggle(part, target.checked)}
                className="size-4.5 shrink-0 accent-accent"
              />
              <span className="min-w-0 flex-1">
                <span className="block font-medium text-sm">{partNames[part]}</span>
                <span className="block text-ink-faint text-xs">{hints[part]}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
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
