import { Repeat } from 'lucide-react';
import { planningLimits } from '../../../../lib/planning.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { PlanDraft } from './plan-draft.ts';

interface RepeatFieldsProps {
  draft: PlanDraft;
  onChange(change: Partial<PlanDraft>): void;
}

const repeats = [
  { value: 'never', label: 'Does not repeat' },
  { value: 'daily', label: 'Daily' },
  { value: 'weekdays', label: 'Every weekday' },
  { value: 'weekly', label: 'Weekly' },
  { value: 'monthly', label: 'Monthly' },
] as const;
const ends = [
  { value: 'never', label: 'No end' },
  { value: 'until', label: 'On a day' },
  { value: 'count', label: 'After some times' },
] as const;
const units = { daily: 'day', weekly: 'week', monthly: 'month' };
const intervals = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** Whether a meeting recurs, how often, and until when. */
export function RepeatFields({ draft, onChange }: RepeatFieldsProps) {
  const { frequency, interval, end } = draft;
  const recurs = frequency !== 'never';
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-3">
        <SelectField
          label="Repeats"
          icon={<Repeat aria-hidden size={16} />}
          value={frequency}
          options={[...repeats]}
          onChange={(value) =>
            onChange({
              frequency: repeats.find((each) => each.value === value)?.value ?? 'never',
              interval: 1,
            })
          }
        />
        {recurs && frequency !== 'weekdays' && (
          <SelectField
            label="Every"
            value={String(interval)}
            options={intervals.map((count) => ({
              value: String(count),
              label: count === 1 ? units[frequency] : `${count} ${units[frequency]}s`,
            }))}
            onChange={(value) => onChange({ interval: Number(value) })}
          />
        )}
        {recurs && (
          <SelectField
            label="Ends"
            value={end}
            options={[...ends]}
            onChange={(value) =>
              onChange({ end: ends.find((each) => each.value === value)?.value ?? 'never' })
            }
          />
        )}
      </div>
      {recurs && end === 'until' && (
        <TextField
          label="Last day"
          type="date"
          required
          min={draft.date}
          value={draft.untilDate}
          onChange={(event) => onChange({ untilDate: event.target.value })}
        />
      )}
      {recurs && end === 'count' && (
        <TextField
          label="How many times"
          type="number"
          required
          min={2}
          max={planningLimits.occurrences}
          value={String(draft.count)}
          onChange={(event) => onChange({ count: Number(event.target.value) })}
        />
      )}
    </>
  );
}
