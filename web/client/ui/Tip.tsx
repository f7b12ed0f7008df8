import { Slot } from 'radix-ui';
import { type PointerEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { OpenTip } from './OpenTip.tsx';

/** Until it opens for a pointer that rests, and until it closes for one that may be on its way to it. */
const openAfterMs = 350;
const closeAfterMs = 120;

interface TipProps {
  label: string;
  /** Does the same as the control. */
  shortcutKey?: string | undefined;
  children: ReactNode;
}

/**
 * A tooltip for one control, which keeps its own accessible name. Our own: the layers and positions of a library's
 * weigh 14 KB on pages that have nothing else to place.
 */
export function Tip({ label, shortcutKey, children }: TipProps) {
  const control = useRef<HTMLElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isOpen, setOpen] = useState(false);
  const change = (open: boolean, afterMs: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(open), afterMs);
  };
  const close = useCallback(() => {
    clearTimeout(timer.current);
    setOpen(false);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <>
      <Slot.Root
        ref={control}
        onPointerEnter={({ pointerType }: PointerEvent) => {
          if (pointerType !== 'touch') change(true, openAfterMs);
        }}
        onPointerLeave={() => change(false, closeAfterMs)}
        onPointerDown={close}
        onFocus={({ currentTarget }) => {
          if (currentTarget.matches(':focus-visible')) setOpen(true);
        }}
        onBlur={close}
      >
        {children}
      </Slot.Root>
      {isOpen && (
        <OpenTip
          label={label}
          shortcutKey={shortcutKey}
          control={control}
          onPointerEnter={() => clearTimeout(timer.current)}
          onPointerLeave={() => change(false, closeAfterMs)}
          onClose={close}
        />
      )}
    </>
  );
}
