import { LayoutGrid } from 'lucide-react';
import type { ComponentProps } from 'react';
import { IconButton } from '../../ui/IconButton.tsx';

/** Opens the menu of what this person looks at. */
export function ViewButton(button: Omit<ComponentProps<'button'>, 'aria-label'>) {
  return (
    <IconButton
      {...button}
      label="View"
      icon={<LayoutGrid aria-hidden size={18} />}
      look="raised"
      size="small"
      // As high as the buttons beside it.
      className="size-10 rounded-xl"
    />
  );
}
