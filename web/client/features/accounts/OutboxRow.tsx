import type { MailSummary } from '../../../../lib/account-messages.ts';
import { classNames } from '../../ui/class-names.ts';

const looks: Record<MailSummary['status'], { label: string; className: string }> = {
  kept: { label: 'Kept', className: 'bg-sunken text-ink-soft' },
  queued: { label: 'Waiting', className: 'bg-warn-soft text-warn' },
  sent: { label: 'Sent', className: 'bg-accent-soft text-accent' },
  failed: { label: 'Failed', className: 'bg-danger-soft text-danger' },
};

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

export function OutboxRow({ mail, onOpen }: { mail: MailSummary; onOpen(): void }) {
  const look = looks[mail.status];
  return (
    <li>
      <button
        type="button"
        onClick={onOpen}
        className="flex w-full items-center gap-4 px-4 py-3.5 text-left -outline-offset-2 hover:bg-sunken sm:px-5"
      >
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">{mail.subject}</span>
          <span className="block truncate text-ink-faint text-sm">
            {mail.recipient} · {moment.format(mail.createdAtMs)}
          </span>
          {mail.lastError && mail.status !== 'sent' && (
            <span className="mt-0.5 block truncate text-danger text-sm">{mail.lastError}</span>
          )}
        </span>
        <span className={classNames('shrink-0 rounded-full px-2.5 py-1 font-medium text-xs', look.className)}>
          {look.label}
        </span>
      </button>
    </li>
  );
}
