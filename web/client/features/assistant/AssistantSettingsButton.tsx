import { SlidersHorizontal } from 'lucide-react';
import type { ComponentProps } from 'react';
import { IconButton } from '../../ui/IconButton.tsx';

interface AssistantSettingsButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'name'> {
  /** Of the AI participant. */
  name: string;
}

/** Opens the menu of what hosts can do with the AI participant. */
export function AssistantSettingsButton({ name, ...button }: AssistantSettingsButtonProps) {
  return (
    <IconButton
      {...button}
      label={`Settings of ${name}`}
      icon={<SlidersHorizontal aria-hidden size={17} />}
      size="small"
      className="-mr-1.5"
    />
  );
}
