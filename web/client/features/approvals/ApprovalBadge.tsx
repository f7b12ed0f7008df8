import { ClipboardCheck } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ApprovalView } from '../../../../lib/assistant-messages.ts';
import { MarkedText } from './MarkedText.tsx';
import { summaryOf } from './summary.ts';
import { formOf } from './tool-form.ts';

interface ApprovalBadgeProps {
  /** Without the one in the popup. */
  waiting: readonly ApprovalView[];
  timeZone: string;
  onOpen(id: ApprovalView['id']): void;
}

/** What still waits for an answer of this person, after its popup has gone. */
export function ApprovalBadge({ waiting, timeZone, onOpen }: ApprovalBadgeProps) {
  if (waiting.length === 0) return null;
  const label =
    waiting.length === 1 ? '1 proposal waits for you' : `${waiting.length} proposals wait for you`;
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger
        aria-label={label}
        className="inline-flex min-h-10 items-center gap-2 rounded-xl bg-warn-soft px-3.5 font-medium text-sm text-warn hover:brightness-95"
      >
        <ClipboardCheck aria-hidden size={18} />
        <span aria-hidden>
          {waiting.length}
          <span className="max-sm:hidden"> to approve</span>
        </span>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={8}
          collisionPadding={12}
          className="z-40 flex max-h-80 w-80 max-w-[calc(100vw-1.5rem)] animate-rise flex-col overflow-y-auto rounded-xl border border-line bg-surface p-1.5 shadow-card"
        >
          {waiting.map((approval) => (
            <DropdownMenu.Item
              key={approval.id}
              onSelect={() => onOpen(approval.id)}
              className="cursor-pointer select-none rounded-lg px-3 py-2 outline-none data-highlighted:bg-sunken"
            >
              <span className="block font-medium text-sm">{formOf(approval.tool).title}</span>
              <span className="line-clamp-2 text-ink-soft text-sm">
                <MarkedText text={summaryOf(approval, timeZone)} />
              </span>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
