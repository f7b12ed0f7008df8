import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MailDetail } from '../../../../lib/account-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { resendMail } from '../api/workspace.ts';
import { FormError } from './FormError.tsx';

/** Why a mail was given up, and another try. */
export function FailedMail({ mail: { id, lastError } }: { mail: MailDetail }) {
  const queries = useQueryClient();
  const resend = useMutation({
    mutationFn: () => resendMail(id),
    onSettled: () =>
      Promise.all(
        [['outbox'], ['outbox-mail', id]].map((queryKey) => queries.invalidateQueries({ queryKey })),
      ),
  });
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3 rounded-xl bg-danger-soft px-4 py-3 text-danger text-sm">
        <p className="min-w-0 flex-1 break-words">{lastError ?? 'This mail could not be sent.'}</p>
        <Button busy={resend.isPending} onClick={() => resend.mutate()}>
          Send again
        </Button>
      </div>
      <FormError error={resend.error} />
    </div>
  );
}
