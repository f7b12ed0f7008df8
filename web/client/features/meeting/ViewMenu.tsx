import { OnDemand } from '../../ui/OnDemand.tsx';
import type { ViewMenuProps } from './OpenViewMenu.tsx';
import { ViewButton } from './ViewButton.tsx';

const load = async () => ({ default: (await import('./OpenViewMenu.tsx')).OpenViewMenu });

/** What this person looks at. */
export function ViewMenu(menu: ViewMenuProps) {
  // With one thing to look at there is nothing to choose.
  if (menu.stage.offered.length < 2) return null;
  return (
    <OnDemand load={load} with={menu}>
      {(button) => <ViewButton {...button} />}
    </OnDemand>
  );
}
