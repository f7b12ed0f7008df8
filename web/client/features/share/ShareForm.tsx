import { type FormEvent, useState } from 'react';
import type { LineView } from '../../../../lib/line-messages.ts';
import {
  type CreateShare,
  type SharePart,
  shareLimits,
  shareParts,
  spanParts,
} from '../../../../lib/shares.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckList } from '../../ui/CheckList.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { partNames } from './part-names.ts';
import { SpanFields } from './SpanFields.tsx';
import { readSpan, type SpanDraft, type TopicSpan, wholeMeeting } from './share-span.ts';

interface ShareFormProps {
  /** There is a picture to share. */
  withPicture: boolean;
  busy: boolean;
  /** What was said, in order of time: of what a part can be chosen. */
  lines: readonly LineView[];
  topics: readonly TopicSpan[];
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

export function ShareForm({ withPicture, busy, lines, topics, onCreate }: ShareFormProps) {
  const [parts, setParts] = useState<readonly SharePart[]>(['summary']);
  const [label, setLabel] = useState('');
  const [days, setDays] = useState('7');
  const [draft, setDraft] = useState(wholeMeeting);
  const read = readSpan(draft, lines);
  const whole = shareParts.filter((part) => part !== 'picture' || withPicture);
  const offered: readonly SharePart[] = draft.extent === 'whole' ? whole : spanParts;
  const chosen = parts.filter((part) => offered.includes(part));
  const chooseSpan = (next: SpanDraft) => {
    setDraft(next);
    const isOfPart = (part: SharePart) => spanParts.some((each) => each === part);
    if (next.extent !== 'whole' && !parts.some(isOfPart)) setParts(['transcript']);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (read.kind === 'problem') return;
    // What went wrong is shown by the dialog.
    onCreate({ parts: chosen, span: read.span, label, expiresInDays: Number(days) }).then(
      () => setLabel(''),
      () => undefined,
    );
  };
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-4">
      <SpanFields draft={draft} read={read} lines={lines} topics={topics} onChange={chooseSpan} />
      <CheckList
        legend="What they see"
        choices={offered.map((part) => ({ value: part, label: partNames[part], hint: hints[part] }))}
        chosen={chosen}
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
      <Button
        type="submit"
        look="primary"
        busy={busy}
        disabled={chosen.length === 0 || read.kind === 'problem'}
      >
        Make a link
      </Button>
    </form>
  );
}
