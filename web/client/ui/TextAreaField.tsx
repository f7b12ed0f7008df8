import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { Field, type FieldWords, fieldBorder } from './Field.tsx';

type TextAreaFieldProps = FieldWords & ComponentProps<'textarea'>;

export function TextAreaField({ label, hint, error, className, ...input }: TextAreaFieldProps) {
  return (
    <Field {...{ label, hint, error, className }}>
      {(ties) => (
        <textarea
          {...input}
          {...ties}
          className={classNames(
            'block w-full resize-y rounded-xl border bg-surface px-3.5 py-3 text-base text-ink leading-relaxed disabled:bg-sunken disabled:text-ink-soft',
            fieldBorder(error),
          )}
        />
      )}
    </Field>
  );
}
