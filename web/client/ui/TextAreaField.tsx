import { type ComponentProps, useId } from 'react';
import { classNames } from './class-names.ts';

interface TextAreaFieldProps extends ComponentProps<'textarea'> {
  label: string;
  hint?: string;
  error?: string | null;
}

export function TextAreaField({ label, hint, error, className, ...input }: TextAreaFieldProps) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block font-medium text-ink-soft text-sm">
        {label}
      </label>
      <textarea
        {...input}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        className={classNames(
          'block w-full resize-y rounded-xl border bg-surface px-3.5 py-3 text-base text-ink leading-relaxed disabled:bg-sunken disabled:text-ink-soft',
          error ? 'border-danger' : 'border-line-strong',
        )}
      />
      {note && (
        <p
          id={`${id}-note`}
          className={classNames('mt-1.5 text-sm', error ? 'text-danger' : 'text-ink-faint')}
        >
          {note}
        </p>
      )}
    </div>
  );
}
