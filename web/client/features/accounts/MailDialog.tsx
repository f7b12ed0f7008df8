import { useQuery } from '@tanstack/react-query';
import { Paperclip, X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { MailDetail } from '../../../../lib/account-messages.ts';
import { Spinner } from '../../ui/Spinner.tsx';
import { useReturnFocus } from '../../ui/useReturnFocus.ts';
import { getMail } from '../api/workspace.ts';
import { FailedMail } from './FailedMail.tsx';
import { FormError } from './FormError.tsx';

/** One mail, as its recipient sees it. */
export function MailDialog({ id, onClose }: { id: string; onClose(): void }) {
  const { data: mail, error } = useQuery({
    queryKey: ['outbox-mail', id],
    queryFn: ({ signal }) => getMail(id, signal),
  });
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/50" />
        <Dialog.Content
          onCloseAutoFocus={useReturnFocus()}
          aria-describedby={undefined}
          className="fixed inset-x-3 inset-y-4 z-50 mx-auto flex max-w-2xl flex-col rounded-2xl bg-surface shadow-card sm:inset-y-10"
        >
          <div className="flex items-start gap-3 border-line border-b px-5 py-4">
            <div className="min-w-0 flex-1">
              <Dialog.Title className="font-semibold text-lg">{mail?.subject ?? 'Mail'}</Dialog.Title>
              {mail && <p className="break-all text-ink-soft text-sm">To {mail.recipient}</p>}
            </div>
            <Dialog.Close
              aria-label="Close"
              className="inline-flex size-9 items-center justify-center rounded-lg text-ink-soft hover:bg-sunken"
            >
              <X aria-hidden size={20} />
            </Dialog.Close>
          </div>
          <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-5">
            <FormError error={error} />
            {!mail && !error && <Spinner />}
            {mail?.status === 'failed' && <FailedMail mail={mail} />}
            {mail && <MailBody mail={mail} />}
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function MailBody({ mail }: { mail: MailDetail }) {
  return (
    <>
      {/* Sandboxed without any permission: no script, no form, no link that leads this page away. */}
      <iframe
        title="The mail"
        sandbox=""
        srcDoc={mail.html}
        className="min-h-96 w-full flex-1 rounded-xl border border-line bg-white"
      />
      <details className="rounded-xl border border-line px-4 py-3">
        <summary className="font-medium text-sm">As plain text, with links to copy</summary>
        <pre className="mt-3 whitespace-pre-wrap break-words font-sans text-ink-soft text-sm">
          {mail.text}
        </pre>
      </details>
      {mail.attachments.map((attachment) => (
        <p key={attachment.filename} className="flex items-center gap-2 text-ink-soft text-sm">
          <Paperclip aria-hidden size={16} />
          {attachment.filename}
        </p>
      ))}
    </>
  );
}
