import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Tip } from './Tip.tsx';
import { whileBusy } from './while-busy.ts';

const looks = {
  plain: 'text-ink-soft hover:bg-sunken hover:text-ink',
  raised: 'border border-line bg-surface text-ink hover:bg-sunken',
  active: 'border border-transparent bg-accent-soft text-accent hover:brightness-95',
  off: 'border border-transparent bg-danger-soft text-danger hover:brightness-95',
  danger: 'bg-danger-fill text-white hover:bg-danger-fill-hover',
};

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'aria-keyshortcuts'> {
  /** Accessible name and tooltip. */
  label: string;
  /** A key that does the same; undefined while keys do nothing. */
  shortcutKey?: string | undefined;
  /** Takes no clicks now. */
  busy?: boolean;
  icon: ReactNode;
  look?: keyof typeof looks;
  size?: keyof typeof sizes;
}

const sizes = {
  tiny: 'size-7 rounded-lg',
  small: 'size-9 rounded-lg',
  medium: 'size-11 rounded-xl',
  large: 'size-12 rounded-2xl',
};

export function IconButton({ label, icon, look = 'plain', size = 'medium', ...props }: IconButtonProps) {
  const { className, shortcutKey, busy = false, type = 'button', ...rest } = props;
  return (
    <Tip label={label} shortcutKey={shortcutKey}>
      <button
        {...rest}
        type={type}
        aria-label={label}
        {...whileBusy(busy)}
        aria-keyshortcuts={shortcutKey}
        className={classNames(
          'inline-flex shrink-0 items-center justify-center transition-colors',
          'disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55',
          sizes[size],
          looks[look],
          className,
        )}
      >
        {icon}
      </button>
    </Tip>
  );
}
