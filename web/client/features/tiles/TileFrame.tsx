import { Pin, PinOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/IconButton.tsx';

export interface TilePin {
  pinned: boolean;
  toggle(): void;
}

interface TileFrameProps {
  name: string;
  speaking: boolean;
  pin: TilePin;
  /** Beside the button that pins. */
  actions?: ReactNode;
  className: string;
  children: ReactNode;
}

/** What all tiles have: a frame that lights up when its person speaks, and a way to pin it. */
export function TileFrame({ name, speaking, pin, actions, className, children }: TileFrameProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button below does it for keyboards and screen readers
    <div
      data-speaking={speaking || undefined}
      data-pinned={pin.pinned || undefined}
      onDoubleClick={({ target, currentTarget }) => {
        // Two quick clicks on a button, or in its menu, mean that button.
        const isTile =
          target instanceof Element && currentTarget.contains(target) && !target.closest('button');
        if (isTile) pin.toggle();
      }}
      className={classNames(
        'group/tile relative size-full select-none overflow-hidden rounded-2xl [container-type:size]',
        'after:pointer-events-none after:absolute after:inset-0 after:rounded-2xl after:transition-shadow after:duration-150',
        speaking && 'after:shadow-[inset_0_0_0_3px_var(--accent)]',
        className,
      )}
    >
      {children}
      <div className="absolute top-2 right-2 flex items-center gap-1">
        <IconButton
          label={pin.pinned ? `Unpin ${name}` : `Pin ${name}`}
          icon={pin.pinned ? <PinOff aria-hidden size={16} /> : <Pin aria-hidden size={16} />}
          look={pin.pinned ? 'active' : 'raised'}
          size="small"
          aria-pressed={pin.pinned}
          // Where nothing hovers a double tap pins, and the list of people does.
          className={classNames(
            !pin.pinned &&
              'opacity-0 transition-opacity focus-visible:opacity-100 group-hover/tile:opacity-100 [@media(hover:none)]:not-focus-visible:hidden',
          )}
          onClick={pin.toggle}
        />
        {actions}
      </div>
    </div>
  );
}
