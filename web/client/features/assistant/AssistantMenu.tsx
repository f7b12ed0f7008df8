import { Button } from '../../ui/Button.tsx';
import { OnDemand } from '../../ui/OnDemand.tsx';
import { AssistantSettingsButton } from './AssistantSettingsButton.tsx';
import type { AssistantMenuProps as MenuProps } from './OpenAssistantMenu.tsx';

interface AssistantMenuProps extends MenuProps {
  changing: boolean;
}

const load = async () => ({ default: (await import('./OpenAssistantMenu.tsx')).OpenAssistantMenu });

/** What those who moderate can do with the AI participant. */
export function AssistantMenu({ changing, ...menu }: AssistantMenuProps) {
  if (menu.features.dismissed) {
    return (
      <Button busy={changing} onClick={() => menu.onChange({ dismissed: false })}>
        Invite back
      </Button>
    );
  }
  return (
    <OnDemand load={load} with={menu}>
      {(button) => <AssistantSettingsButton name={menu.name} {...button} />}
    </OnDemand>
  );
}
