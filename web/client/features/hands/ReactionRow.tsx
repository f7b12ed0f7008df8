import { DropdownMenu } from 'radix-ui';
import { reactionSchema, reactions } from '../../../../lib/hand-messages.ts';
import type { Reactions } from './useReactions.ts';

/** The reactions side by side, as items of a menu. */
export function ReactionRow({ send }: Pick<Reactions, 'send'>) {
  return (
    <DropdownMenu.Group aria-label="Reactions" className="flex">
      {reactionSchema.options.map((reaction) => (
        <DropdownMenu.Item
          key={reaction}
          aria-label={reactions[reaction]}
          onSelect={() => send(reaction)}
          className="flex size-11 cursor-pointer select-none items-center justify-center rounded-lg text-2xl -outline-offset-2 data-highlighted:bg-sunken"
        >
          {reaction}
        </DropdownMenu.Item>
      ))}
    </DropdownMenu.Group>
  );
}
