import { Dialog } from 'radix-ui';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';

/** Shows a secret, once. */
export function SecretDialog({ secret, onClose }: { secret: string | null; onClose(): void }) {
  return (
    <Dialog.Root open={secret !== null} onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/50" />
        <Dialog.Content
          // Only the button closes it: a click beside it would lose what is shown once.
          onInteractOutside={(event) => event.preventDefault()}
          className="fixed inset-x-3 top-1/2 z-50 mx-auto max-w-lg -translate-y-1/2 rounded-2xl bg-surface p-5 shadow-card sm:p-6"
        >
          <Dialog.Title className="font-semibold text-lg">Its secret</Dialog.Title>
          <Dialog.Description className="mt-1 text-ink-soft text-sm">
            Give it to the receiver, which checks signatures by it. It is shown this once; a lost one is
            replaced by a new one.
          </Dialog.Description>
          <p className="mt-4 flex flex-wrap items-center gap-3 rounded-xl bg-sunken px-3.5 py-3">
            <code className="min-w-0 flex-1 basis-60 break-all text-sm">{secret}</code>
            <CopyButton text={secret ?? ''} label="Copy the secret" />
          </p>
          <Button look="primary" className="mt-5 w-full" onClick={onClose}>
            I have it
          </Button>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
