import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { focusWhole } from './focus-whole.ts';
import { useReturnFocus } from './useReturnFocus.ts';

interface SheetProps {
  /** `aria-controls` of the button that opens it. */
  id: string;
  title: string;
  /** The button that closes it. */
  close: ReactNode;
  onOpenChange(open: boolean): void;
  /** What is asked of the person under the sheet, which covers it. */
  notice: ReactNode;
  children: ReactNode;
}

/** Rises from below over everything else. Is open as long as it is there. */
export function Sheet({ id, title, close, onOpenChange, notice, children }: SheetProps) {
  return (
    <Dialog.Root open onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-30 bg-black/40" />
        <Dialog.Content
          id={id}
          aria-describedby={undefined}
          onOpenAutoFocus={focusWhole}
          onCloseAutoFocus={useReturnFocus()}
          className="fixed inset-x-0 bottom-0 z-40 flex h-[78dvh] animate-rise flex-col rounded-t-3xl bg-surface shadow-card"
        >
          <div className="flex items-center justify-between py-2.5 pr-3 pl-5">
            <Dialog.Title className="font-semibold">{title}</Dialog.Title>
            {close}
          </div>
          {notice}
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
