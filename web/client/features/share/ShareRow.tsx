import { Link2, Link2Off } from 'lucide-react';
import type { ShareView } from '../../../../lib/shares.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { formatTime } from '../captions/format-time.ts';
import { formatClock, formatDay } from '../meetings/format-when.ts';
import { listParts } from './part-names.ts';

interface ShareRowProps {
  share: ShareView;
  busy: boolean;
  onWithdraw(): void;
}

export function ShareRow({ share, busy, onWithdraw }: ShareRowProps) {
  const { label, parts, span, state, url, by, expiresAtMs } = share;
  const whose = label === '' ? 'Anyone with the link' : label;
  const Icon = state === 'open' ? Link2 : Link2Off;
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 py-3">
      <Icon aria-hidden size={17} className="mt-0.5 shrink-0 text-ink-faint" />
      <div className="min-w-0 flex-1 basis-72 text-sm">
        <p className="truncate font-medium">{whose}</p>
        <p className="text-ink-soft">
          {listParts(parts)}
          {span && (
            <span className="tabular-nums">
              , {formatTime(span.fromMs)} to {formatTime(span.untilMs)}
            </span>
          )}
        </p>
        <p className="text-ink-faint">
          {state === 'open' ? `Until ${formatDay(expiresAtMs, Date.now())}` : states[state]} · by{' '}
          <bdi>{by}</bdi> · {describeOpening(share, Date.now())}
        </p>
      </div>
      {state === 'open' && (
        <div className="ml-auto flex items-center gap-1">
          {url && <CopyButton text={url} label={`Copy the link for ${whose}`} />}
          <Button look="plain" busy={busy} onClick={onWithdraw} aria-label={`Withdraw the link for ${whose}`}>
            Withdraw
          </Button>
        </div>
      )}
    </li>
  );
}

const states = { expired: 'Expired', revoked: 'Withdrawn' };

function describeOpening(
  { opens, lastOpenedAtMs }: Pick<ShareView, 'opens' | 'lastOpenedAtMs'>,
  nowMs: number,
): string {
  if (lastOpenedAtMs === null) return 'not opened yet';
  const times = opens === 1 ? 'once' : `${opens} times`;
  return `opened ${times} · last: ${formatDay(lastOpenedAtMs, nowMs)}, ${formatClock(lastOpenedAtMs)}`;
}
