import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { focusWhole } from '../../ui/focus-whole.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { TranscriptPanel } from './TranscriptPanel.tsx';
import type { Transcript } from './useTranscript.ts';

interface TranscriptSideProps {
  wide: boolean;
  open: boolean;
  onOpenChange(open: boolean): void;
  transcript: Transcript;
}

/** The transcript beside the stage, or in a sheet from below where there is no room for it. */
export function TranscriptSide({ wide, open, onOpenChange, transcript }: TranscriptSideProps) {
  const close = (
    <IconButton
      label="Close transcript"
      icon={<X aria-hidden size={18} />}
      size="small"
      onClick={() => onOpenChange(false)}
    />
  );
  if (wide) {
    if (!open) return null;
    return (
      <aside
        aria-label="Transcript"
        className="my-3 mr-3 flex w-96 shrink-0 flex-col rounded-2xl border border-line bg-surface"
      >
        <div className="flex items-center justify-between py-2 pr-2 pl-4">
          <h2 className="font-semibold">Transcript</h2>
          {close}
        </div>
        <TranscriptPanel transcript={transcript} />
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
            <Dialog.Title className="font-semibold">Transcript</Dialog.Title>
            {close}
          </div>
          <TranscriptPanel transcript={transcript} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
