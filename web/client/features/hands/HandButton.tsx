import { Hand } from 'lucide-react';
import { IconButton } from '../../ui/IconButton.tsx';
import { useShortcutKey } from '../shortcuts/shortcuts-enabled.ts';
import type { HandsControl } from './useHands.ts';

export function HandButton({ raised, busy, setRaised }: HandsControl) {
  return (
    <IconButton
      label={raised ? 'Lower hand' : 'Raise hand'}
      icon={<Hand aria-hidden size={21} />}
      shortcutKey={useShortcutKey('hand')}
      look={raised ? 'active' : 'raised'}
      size="large"
      aria-pressed={raised}
      busy={busy}
      className="max-lg:hidden"
      onClick={() => setRaised(!raised)}
    />
  );
}
