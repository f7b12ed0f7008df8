import { useId, useState } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { localTimeZone } from '../accounts/read-link-token.ts';
import { momentOf, partsOf } from './zoned-moment.ts';

interface MomentFieldProps {
  label: string;
  /** ISO 8601 with offset. */
  value: string;
  timeZone: string;
  error: string | null;
  disabled: boolean;
  /** Null while date or time is missing. */
  onChange(moment: string | null): void;
}

/** A moment as date and time of the meeting's zone. */
export function MomentField({ label, value, timeZone, error, disabled, onChange }: MomentFieldProps) {
  const id = useId();
  const [parts, setParts] = useState(() => partsOf(value, timeZone) ?? { date: '', time: '' });
  const change = (part: Partial<typeof parts>) => {
    const typed = { ...parts, ...part };
    const moment = momentOf(typed, timeZone);
    // What the clock of the zone really shows then: at a clock change that is not what was typed.
    setParts((moment === null ? null : partsOf(moment, timeZone)) ?? typed);
    onChange(moment);
  };
  const input = classNames(
    'min-h-12 min-w-0 rounded-xl border bg-surface px-2.5 text-base sm:px-3.5 text-ink disabled:opacity-55',
    error ? 'border-danger' : 'border-line-strong',
  );
  return (
    <fieldset disabled={disabled} aria-describedby={`${id}-note`} className="min-w-0">
      <legend className="mb-1.5 block font-medium text-ink-soft text-sm">{label}</legend>
      <div className="flex gap-2">
        <input
          type="date"
          aria-label={`${label}: date`}
          aria-invalid={error ? true : undefined}
          value={parts.date}
          onChange={({ target }) => change({ date: target.value })}
          className={classNames(input, 'flex-[3]')}
        />
        <input
          type="time"
          aria-label={`${label}: time`}
          aria-invalid={error ? true : undefined}
          value={parts.time}
          onChange={({ target }) => change({ time: target.value })}
          className={classNames(input, 'flex-[2.6]')}
        />
      </div>
      <p id={`${id}-note`} className={classNames('mt-1.5 text-sm', error ? 'text-danger' : 'text-ink-faint')}>
        {error ?? describeMoment(value, timeZone)}
      </p>
    </fieldset>
  );
}

/** Weekday and zone, and what the reader's own clock shows then where that is something else. */
function describeMoment(value: string, timeZone: string): string {
  const at = new Date(value);
  const shared = partsOf(value, timeZone);
  if (!shared) return timeZone;
  const weekday = new Date(`${shared.date}T00:00:00Z`).toLocaleDateString('en-GB', {
    weekday: 'long',
    timeZone: 'UTC',
  });
  const own = partsOf(value, localTimeZone());
  if (!own || (own.date === shared.date && own.time === shared.time)) return `${weekday}, ${timeZone}`;
  const yours = at.toLocaleString('en-GB', { weekday: 'short', hour: '2-digit', minute: '2-digit' });
  return `${weekday}, ${timeZone}. By your clock: ${yours}`;
}
