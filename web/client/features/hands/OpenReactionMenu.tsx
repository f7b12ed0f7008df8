import { DropdownMenu } from 'radix-ui';
import { ReactionButton } from './ReactionButton.tsx';
import { ReactionRow } from './ReactionRow.tsx';
import type { Reactions } from './useReactions.ts';

/** Open at first. */
export function OpenReactionMenu({ send }: Pick<Reactions, 'send'>) {
  return (
    <DropdownMenu.Root defaultOpen>
      <DropdownMenu.Trigger asChild>
        <ReactionButton />
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
