import { MonitorUp, MonitorX } from 'lucide-react';
import { IconButton } from '../../ui/IconButton.tsx';
import { useShortcutKey } from '../shortcuts/shortcuts-enabled.ts';
import type { ScreenShareControl } from './useScreenShare.ts';

export function ShareButton({ state, offered, toggle }: ScreenShareControl) {
  const shortcutKey = useShortcutKey('screen');
  if (!offered) return null;
  const sharing = state.status === 'sharing';
  return (
    <IconButton
      label={sharing ? 'Stop sharing' : 'Share screen'}
      icon={sharing ? <MonitorX aria-hidden size={21} /> : <MonitorUp aria-hidden size={21} />}
      shortcutKey={shortcutKey}
      look={sharing ? 'active' : 'raised'}
      size="large"
      aria-pressed={sharing}
      busy={state.status === 'starting'}
      className="max-lg:hidden"
      onClick={toggle}
    />
  );
}
