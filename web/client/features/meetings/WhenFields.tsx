import type { ReactNode } from 'react';
import { TextField } from '../../ui/TextField.tsx';
import { isApiError } from '../api/api-error.ts';

interface When {
  date: string;
  time: string;
  /** Which of two equal times, where a clock change makes them. */
  fold: 'earlier' | 'later' | null;
}

interface WhenFieldsProps {
  when: When;
  /** What web said to these; about the time it is shown here. */
  error: Error | null;
  onChange(change: Partial<When>): void;
}

/** A day and a time, and which of the two where the clock shows it twice. */
export function WhenFields({ when, error, onChange }: WhenFieldsProps) {
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          label="Date"
          type="date"
          required
          value={when.date}
          onChange={(event) => onChange({ date: event.target.value, fold: null })}
        />
        <TextField
          label="Time"
          type="time"
          required
          value={when.time}
          error={isAboutTime(error) ? error?.message : null}
          onChange={(event) => onChange({ time: event.target.value, fold: null })}
        />
      </div>
      {(isApiError(error, 'time_twice') || when.fold) && (
        <fieldset className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
          <legend className="mb-1.5 font-medium text-ink-soft">Which of the two?</legend>
          {(['earlier', 'later'] as const).map((fold) => (
            <label key={fold} className="inline-flex min-h-9 items-center gap-2">
              <input
                type="radio"
                name="fold"
                required
                checked={when.fold === fold}
                onChange={() => onChange({ fold })}
                className="size-4.5 accent-accent"
              />
              {fold === 'earlier' ? 'The first, before the clock is set back' : 'The second, after it'}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}

/** What went wrong with a form, where no field of its own shows it. */
export function FormProblem({ error }: { error: Error | null }): ReactNode {
  if (!error || isAboutTime(error)) return null;
  return (
    <p role="alert" className="rounded-xl bg-danger-soft px-4 py-3 text-danger text-sm">
      {error.message}
    </p>
  );
}

function isAboutTime(error: Error | null): boolean {
  return isApiError(error, 'time_skipped') || isApiError(error, 'time_twice');
}
