import { ClipboardCheck, Hourglass, Undo2 } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ApprovalView } from '../../../../lib/assistant-messages.ts';
import { classNames } from '../../ui/class-names.ts';
import { MenuFrame } from '../../ui/MenuFrame.tsx';
import { MarkedText } from './MarkedText.tsx';
import { summaryOf } from './summary.ts';
import { formOf } from './tool-form.ts';

interface ApprovalBadgeProps {
  /** Without the one in the popup. */
  waiting: readonly ApprovalView[];
  /** What waits for others, and this person may take back. */
  withdrawable: readonly ApprovalView[];
  timeZone: string;
  onOpen(id: ApprovalView['id']): void;
  onWithdraw(id: ApprovalView['id']): void;
}

/** What still waits for an answer of this person, after its popup has gone, and what waits for others. */
export function ApprovalBadge({ waiting, withdrawable, timeZone, onOpen, onWithdraw }: ApprovalBadgeProps) {
  if (waiting.length + withdrawable.length === 0) return null;
  const isMine = waiting.length > 0;
  const count = isMine ? waiting.length : withdrawable.length;
  const proposals = count === 1 ? '1 proposal waits' : `${count} proposals wait`;
  return (
    <MenuFrame
      trigger={
        <button
          type="button"
          aria-label={`${proposals} for ${isMine ? 'you' : 'others'}`}
          className={classNames(
            'inline-flex min-h-10 items-center gap-2 rounded-xl px-3.5 font-medium text-sm hover:brightness-95',
            isMine ? 'bg-warn-soft text-warn' : 'bg-sunken text-ink-soft',
          )}
        >
          {isMine ? <ClipboardCheck aria-hidden size={18} /> : <Hourglass aria-hidden size={18} />}
          <span aria-hidden>
            {count}
            <span className="max-sm:hidden">{isMine ? ' to approve' : ' asked for'}</span>
          </span>
        </button>
      }
      className="w-80"
    >
      {waiting.map((approval) => (
        <DropdownMenu.Item key={approval.id} onSelect={() => onOpen(approval.id)} className={item}>
          <Proposal approval={approval} timeZone={timeZone} />
        </DropdownMenu.Item>
      ))}
      {withdrawable.map((approval) => (
        <DropdownMenu.Item key={approval.id} onSelect={() => onWithdraw(approval.id)} className={item}>
          <Proposal approval={approval} timeZone={timeZone} />
          <span className="mt-1 flex items-center gap-1.5 text-accent text-sm">
            <Undo2 aria-hidden size={15} />
            <span>
              Take back: it waits for <MarkedText text={approval.approver.name} />
            </span>
          </span>
        </DropdownMenu.Item>
      ))}
    </MenuFrame>
  );
}

const item = 'cursor-pointer select-none rounded-lg px-3 py-2 -outline-offset-2 data-highlighted:bg-sunken';

function Proposal({ approval, timeZone }: { approval: ApprovalView; timeZone: string }) {
  return (
    <>
      <span className="block font-medium text-sm">{formOf(approval.tool).title}</span>
      <span className="line-clamp-2 text-ink-soft text-sm">
        <MarkedText text={summaryOf(approval, timeZone)} />
      </span>
    </>
  );
}
