import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { focusWhole } from './focus-whole.ts';
import { IconButton } from './IconButton.tsx';

interface SidePanelProps {
  title: string;
  /** Beside the stage; else a sheet from below. */
  wide: boolean;
  open: boolean;
  onOpenChange(open: boolean): void;
  /** What is asked of the person under a sheet, which covers it. */
  notice?: ReactNode;
  children: ReactNode;
}

/** What stands beside the stage, or in a sheet from below where there is no room for it. */
export function SidePanel({ title, wide, open, onOpenChange, notice, children }: SidePanelProps) {
  const close = (
    <IconButton
      label={`Close ${title.toLowerCase()}`}
      icon={<X aria-hidden size={18} />}
      size="small"
      onClick={() => onOpenChange(false)}
    />
  );
  if (wide) {
    if (!open) return null;
    return (
      <aside
        aria-label={title}
        className="my-3 mr-3 flex w-96 shrink-0 flex-col rounded-2xl border border-line bg-surface"
      >
        <div className="flex items-center justify-between py-2 pr-2 pl-4">
          <h2 className="font-semibold">{title}</h2>
          {close}
        </div>
        {children}
      </aside>
    );
  }
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-30 bg-black/40" />
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={focusWhole}
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
