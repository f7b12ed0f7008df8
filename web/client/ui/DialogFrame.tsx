import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { focusWhole } from './focus-whole.ts';
import { useReturnFocus } from './useReturnFocus.ts';

interface DialogFrameProps {
  title: ReactNode;
  description?: ReactNode;
  onClose(): void;
  /** `wide` holds lists and forms of several fields. */
  width?: 'narrow' | 'wide';
  /** Where the keyboard begins: in the first field, or at the whole, which a screen reader then reads. */
  focus?: 'first' | 'whole';
  /**
   * How it is closed: by a cross; by a button of its own that takes nothing back; or, where a click beside it would lose
   * something, by that button only.
   */
  closedBy?: 'cross' | 'own' | 'own-only';
  children: ReactNode;
}

const widths = { narrow: 'max-w-md', wide: 'max-w-lg' };

/** A question or a form over the page, open as long as it is rendered. */
export function DialogFrame({ title, description, onClose, width = 'wide', ...rest }: DialogFrameProps) {
  const { focus = 'first', closedBy = 'cross', children } = rest;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/50" />
        <Dialog.Content
          onCloseAutoFocus={useReturnFocus()}
          {...(description ? {} : { 'aria-describedby': undefined })}
          {...(focus === 'whole' ? { onOpenAutoFocus: focusWhole } : {})}
          {...(closedBy === 'own-only' ? { onInteractOutside: (event) => event.preventDefault() } : {})}
          className={`fixed inset-x-3 top-1/2 z-50 mx-auto flex max-h-[92dvh] -translate-y-1/2 flex-col overflow-y-auto rounded-2xl bg-surface p-5 shadow-card sm:p-6 ${widths[width]}`}
        >
          <div className="flex items-start justify-between gap-4">
            <Dialog.Title className="min-w-0 break-words font-semibold text-lg">{title}</Dialog.Title>
            {closedBy === 'cross' && (
              <Dialog.Close
                aria-label="Close"
                className="-mt-1 inline-flex size-9 shrink-0 items-center justify-center rounded-lg text-ink-soft hover:bg-sunken"
              >
                <X aria-hidden size={18} />
              </Dialog.Close>
            )}
          </div>
          {description && (
            <Dialog.Description className="mt-1 text-ink-soft text-sm">{description}</Dialog.Description>
          )}
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
