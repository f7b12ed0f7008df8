import { OnDemand } from '../../ui/OnDemand.tsx';
import { MoreButton } from './MoreButton.tsx';
import type { MoreMenuProps } from './OpenMoreMenu.tsx';

const load = async () => ({ default: (await import('./OpenMoreMenu.tsx')).OpenMoreMenu });

/** Where it is narrow: what does not fit into the bar. */
export function MoreMenu(menu: MoreMenuProps) {
  return (
    <OnDemand load={load} with={menu}>
      {(button) => <MoreButton unread={menu.unread + menu.polls.unread} {...button} />}
    </OnDemand>
  );
}
