import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { StagePanel } from './stage-panels.ts';
import type { StageControl } from './useStage.ts';
import { ViewButton } from './ViewButton.tsx';

export interface ViewMenuProps {
  stage: StageControl;
}

/** What this person looks at. It is open at first. */
export function OpenViewMenu({ stage }: ViewMenuProps) {
  return (
    <DropdownMenu.Root defaultOpen>
      <DropdownMenu.Trigger asChild>
        <ViewButton />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={6}
          collisionPadding={12}
          className="z-40 w-60 animate-rise rounded-xl border border-line bg-surface p-1.5 shadow-card"
        >
          <DropdownMenu.Label className="px-3 pt-1.5 pb-1 font-medium text-ink-faint text-xs">
            On the stage
          </DropdownMenu.Label>
          {stage.offered.map((panel) => (
            <DropdownMenu.CheckboxItem
              key={panel}
              checked={stage.panels.includes(panel)}
              onCheckedChange={() => stage.toggle(panel)}
              // Several are chosen in a row.
              onSelect={(event) => event.preventDefault()}
              className={row}
            >
              <span className="flex-1">{nameOf(panel, stage)}</span>
              <DropdownMenu.ItemIndicator className="text-accent">
                <Check aria-hidden size={17} />
              </DropdownMenu.ItemIndicator>
            </DropdownMenu.CheckboxItem>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

const row =
  'flex min-h-10 w-full cursor-pointer select-none items-center gap-3 rounded-lg px-3 py-1.5 text-sm outline-none data-highlighted:bg-sunken';

function nameOf(panel: StagePanel, { screen }: StageControl): string {
  switch (panel) {
    case 'screen':
      return `Screen of ${screen?.participant.name || 'Guest'}`;
    case 'board':
      return 'Whiteboard';
    case 'people':
      return 'People';
    default:
      return panel satisfies never;
  }
}
