import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { Spinner } from './Spinner.tsx';
import { whileBusy } from './while-busy.ts';

const looks = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover',
  quiet: 'border border-line bg-surface text-ink hover:bg-sunken',
  plain: 'text-ink-soft hover:bg-sunken hover:text-ink',
  danger: 'bg-danger-fill text-white hover:bg-danger-fill-hover',
  dangerQuiet: 'bg-danger-soft text-danger hover:brightness-95',
};

interface ButtonProps extends ComponentProps<'button'> {
  look?: keyof typeof looks;
  size?: 'medium' | 'large';
  /** Shows a spinner and takes no clicks; the label stays for screen readers. */
  busy?: boolean;
}

export function Button({ look = 'quiet', size = 'medium', busy = false, ...props }: ButtonProps) {
  const { className, children, disabled, type = 'button', ...rest } = props;
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled}
      {...whileBusy(busy)}
      className={classNames(
        'inline-flex items-center justify-center gap-2 rounded-xl font-medium transition-colors',
        'disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55',
        size === 'large' ? 'min-h-12 px-5 text-base' : 'min-h-10 px-4 text-sm',
        looks[look],
        className,
      )}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}
