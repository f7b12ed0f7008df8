import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { Field, type FieldWords, fieldBorder } from './Field.tsx';

type TextFieldProps = FieldWords & ComponentProps<'input'>;

export function TextField({ label, hint, error, className, ...input }: TextFieldProps) {
  return (
    <Field {...{ label, hint, error, className }}>
      {(ties) => (
        <input
          {...input}
          {...ties}
          className={classNames(
            'min-h-12 w-full rounded-xl border bg-surface px-3.5 text-base text-ink',
            fieldBorder(error),
          )}
        />
      )}
    </Field>
  );
}
