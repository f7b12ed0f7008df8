import { Ellipsis } from 'lucide-react';
import type { ComponentProps } from 'react';
import { IconButton } from '../../ui/IconButton.tsx';

interface PersonaButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'aria-keyshortcuts'> {
  name: string;
}

/** Opens what can be done with a persona. It stands over the link that the whole card is. */
export function PersonaButton({ name, ...button }: PersonaButtonProps) {
  return (
    <IconButton
      {...button}
      label={`Actions for ${name}`}
      icon={<Ellipsis aria-hidden size={18} />}
      size="small"
      className="relative z-10"
    />
  );
}
