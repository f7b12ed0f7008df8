import { OnDemand } from '../../ui/OnDemand.tsx';
import { ReactionButton } from './ReactionButton.tsx';
import type { Reactions } from './useReactions.ts';

const load = async () => ({ default: (await import('./OpenReactionMenu.tsx')).OpenReactionMenu });

export function ReactionMenu({ send }: Pick<Reactions, 'send'>) {
  return (
    <OnDemand load={load} with={{ send }}>
      {(button) => <ReactionButton {...button} />}
    </OnDemand>
  );
}
