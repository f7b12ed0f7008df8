import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';

/** What a labelled field says about itself. */
export interface FieldWords {
  label: string;
  hint?: string;
  /** What is wrong with it; takes the place of the hint. */
  error?: string | null;
}

interface FieldProps extends FieldWords {
  className?: string | undefined;
  /** The field, with what ties it to its words. */
  children(ties: {
    id: string;
    'aria-invalid': true | undefined;
    'aria-describedby': string | undefined;
  }): ReactNode;
}

export function Field({ label, hint, error, className, children }: FieldProps) {
  const id = useId();
  const note = error ?? hint;
  const noteId = `${id}-note`;
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block font-medium text-ink-soft text-sm">
        {label}
      </label>
      {children({
        id,
        'aria-invalid': error ? true : undefined,
        'aria-describedby': note ? noteId : undefined,
      })}
      {note && (
        <p id={noteId} className={classNames('mt-1.5 text-sm', error ? 'text-danger' : 'text-ink-faint')}>
          {note}
        </p>
      )}
    </div>
  );
}

/** The border of a field that one writes in. */
export const fieldBorder = (error: FieldWords['error']) => (error ? 'border-danger' : 'border-line-strong');
