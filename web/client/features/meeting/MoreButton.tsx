import { Ellipsis } from 'lucide-react';
import type { ComponentProps } from 'react';
import { CountBadge } from '../../ui/CountBadge.tsx';
import { IconButton } from '../../ui/IconButton.tsx';

interface MoreButtonProps extends Omit<ComponentProps<'button'>, 'aria-label'> {
  /** How many messages of others, and polls, this person has not seen. */
  unread: number;
}

/** Where it is narrow: opens the menu of what does not fit into the bar. */
export function MoreButton({ unread, ...button }: MoreButtonProps) {
  return (
    <span className="relative lg:hidden">
      <IconButton
        {...button}
        label={unread > 0 ? `More, ${unread} unread` : 'More'}
        icon={<Ellipsis aria-hidden size={21} />}
        look="raised"
        size="large"
      />
      <CountBadge count={unread} />
    </span>
  );
}
