import { Link2, Mail } from 'lucide-react';
import type { InvitationState, InvitationView } from '../../../../lib/planning.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { formatDay } from './format-when.ts';

interface InvitationRowProps {
  invitation: InvitationView;
  busy: boolean;
  onWithdraw(): void;
}

const states: Record<Exclude<InvitationState, 'open'>, string> = {
  expired: 'Expired',
  revoked: 'Withdrawn',
  used_up: 'Used up',
};

export function InvitationRow({ invitation, busy, onWithdraw }: InvitationRowProps) {
  const { email, role, state, url, uses, maxUses, expiresAtMs } = invitation;
  const Icon = email ? Mail : Link2;
  const used = maxUses === null ? `${uses} used` : `${uses} of ${maxUses} used`;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3">
      <Icon aria-hidden size={17} className="shrink-0 text-ink-faint" />
      <div className="min-w-0 flex-1 basis-40 text-sm">
        <p className="truncate font-medium">{email ?? `Link for a ${role}`}</p>
        <p className="text-ink-faint">
          {state === 'open' ? `Until ${formatDay(expiresAtMs, Date.now())} · ${used}` : states[state]}
        </p>
      </div>
      <div className="ml-auto flex items-center gap-1">
        {url && <CopyButton text={url} label={`Copy the link${email ? ` of ${email}` : ''}`} />}
        {state !== 'revoked' && (
          <Button look="plain" busy={busy} onClick={onWithdraw}>
            Withdraw
          </Button>
        )}
      </div>
    </li>
  );
}
