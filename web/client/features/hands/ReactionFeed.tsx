import { reactions } from '../../../../lib/hand-messages.ts';
import type { ShownReaction } from './useReactions.ts';

/** Reactions of the last seconds, over the corner of the stage. */
export function ReactionFeed({ shown }: { shown: readonly ShownReaction[] }) {
  return (
    <div role="log" aria-label="Reactions" className="pointer-events-none absolute bottom-12 left-3 z-10">
      <ul className="flex flex-col items-start gap-1.5">
        {shown.map(({ key, name, reaction }) => (
          <li
            key={key}
            className="flex max-w-56 animate-rise items-center gap-2 rounded-full bg-surface py-1 pr-3 pl-2 shadow-card"
          >
            <span role="img" aria-label={`${reactions[reaction]} from`} className="text-xl leading-none">
              {reaction}
            </span>
            <span className="truncate text-sm">{name}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
