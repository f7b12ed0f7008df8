import { OnDemand } from '../../ui/OnDemand.tsx';
import type { ViewMenuProps } from './OpenViewMenu.tsx';
import { ViewButton } from './ViewButton.tsx';

const load = async () => ({ default: (await import('./OpenViewMenu.tsx')).OpenViewMenu });

/** What this person looks at, and how. */
export function ViewMenu(menu: ViewMenuProps) {
  return (
    <OnDemand load={load} with={menu}>
      {(button) => <ViewButton {...button} />}
    </OnDemand>
  );
}
