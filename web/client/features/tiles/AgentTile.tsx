import { AiBadge } from '../../ui/AiBadge.tsx';
import { AgentMark } from './AgentMark.tsx';
import type { AgentView } from './agent-view.ts';
import { TileFrame, type TilePin } from './TileFrame.tsx';
import { TileLabel } from './TileLabel.tsx';

interface AgentTileProps extends AgentView {
  pin: TilePin;
}

/** The AI participant among the people: marked as AI, with what it is doing. */
export function AgentTile({ name, status, says, menu, pin }: AgentTileProps) {
  return (
    <section aria-label={`${name}, AI participant`} data-agent-status={status} className="size-full">
      <TileFrame
        name={name}
        speaking={status === 'speaking'}
        pin={pin}
        actions={menu}
        className={status === 'paused' ? 'bg-sunken' : 'bg-accent-soft'}
      >
        <div className="flex size-full flex-col items-center justify-center gap-[3cqh] pb-[min(1.5rem,14cqh)]">
          <AgentMark status={status} className="aspect-square h-[42%] max-h-28" />
          <p
            role="status"
            className="max-w-full truncate px-3 text-ink-soft text-sm [@container(height<8rem)]:sr-only"
          >
            {says}
          </p>
        </div>
        <TileLabel>
          <span className="truncate">{name}</span>
          <AiBadge />
        </TileLabel>
      </TileFrame>
    </section>
  );
}
