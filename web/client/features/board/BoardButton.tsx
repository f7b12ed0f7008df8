import { Presentation } from 'lucide-react';
import { IconButton } from '../../ui/IconButton.tsx';
import type { BoardControl } from './useBoard.ts';

/** Where it is narrow it is in the menu. */
export function BoardButton({ shown, toggle }: BoardControl) {
  return (
    <IconButton
      label={shown ? 'Hide whiteboard' : 'Show whiteboard'}
      icon={<Presentation aria-hidden size={21} />}
      look={shown ? 'active' : 'raised'}
      size="large"
      className="max-lg:hidden"
      aria-expanded={shown}
      onClick={toggle}
    />
  );
}
