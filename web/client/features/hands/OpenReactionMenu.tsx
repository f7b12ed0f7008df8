import { MenuFrame } from '../../ui/MenuFrame.tsx';
import { ReactionButton } from './ReactionButton.tsx';
import { ReactionRow } from './ReactionRow.tsx';
import type { Reactions } from './useReactions.ts';

/** Open at first. */
export function OpenReactionMenu({ send }: Pick<Reactions, 'send'>) {
  return (
    <MenuFrame trigger={<ReactionButton />} defaultOpen side="top" align="center">
      <ReactionRow send={send} />
    </MenuFrame>
  );
}
