import { SmilePlus } from 'lucide-react';
import type { ComponentProps } from 'react';
import { IconButton } from '../../ui/IconButton.tsx';

/** Opens the menu of reactions. */
export function ReactionButton(button: Omit<ComponentProps<'button'>, 'aria-label'>) {
  return (
    <IconButton
      {...button}
      label="React"
      icon={<SmilePlus aria-hidden size={21} />}
      look="raised"
      size="large"
      className="max-lg:hidden"
    />
  );
}
