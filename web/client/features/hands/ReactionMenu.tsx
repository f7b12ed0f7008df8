import { SmilePlus } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { IconButton } from '../../ui/IconButton.tsx';
import { ReactionRow } from './ReactionRow.tsx';
import type { Reactions } from './useReactions.ts';

export function ReactionMenu({ send }: Pick<Reactions, 'send'>) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <IconButton
          label="React"
          icon={<SmilePlus aria-hidden size={21} />}
          look="raised"
          size="large"
          className="max-lg:hidden"
        />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          side="top"
          sideOffset={8}
          collisionPadding={12}
          className="z-40 animate-rise rounded-xl border border-line bg-surface p-1.5 shadow-card"
        >
          <ReactionRow send={send} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
