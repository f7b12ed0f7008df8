import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { DialogFrame } from '../../ui/DialogFrame.tsx';

/** Shows a secret, once. */
export function SecretDialog({ secret, onClose }: { secret: string; onClose(): void }) {
  return (
    <DialogFrame
      title="Its secret"
      description="Give it to the receiver, which checks signatures by it. It is shown this once; a lost one is replaced by a new one."
      closedBy="own-only"
      onClose={onClose}
    >
      <p className="mt-4 flex flex-wrap items-center gap-3 rounded-xl bg-sunken px-3.5 py-3">
        <code className="min-w-0 flex-1 basis-60 break-all text-sm">{secret}</code>
        <CopyButton text={secret} label="Copy the secret" />
      </p>
      <Button look="primary" className="mt-5 w-full" onClick={onClose}>
        I have it
      </Button>
    </DialogFrame>
  );
}
