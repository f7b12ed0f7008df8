import { classNames } from './class-names.ts';
import { hueOf, initialsOf } from './initials.ts';

interface AvatarProps {
  name: string;
  /** What the colour comes from: the same person has the same one everywhere. */
  seed: string;
  className?: string;
}

export function Avatar({ name, seed, className }: AvatarProps) {
  const hue = hueOf(seed);
  return (
    <span
      aria-hidden
      style={{ backgroundColor: `oklch(0.48 0.09 ${hue})` }}
      className={classNames(
        'inline-flex shrink-0 select-none items-center justify-center rounded-full font-semibold text-white',
        className ?? 'size-8 text-xs',
      )}
    >
      {initialsOf(name)}
    </span>
  );
}
