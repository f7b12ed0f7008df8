import { Check, EyeOff, LayoutGrid, PictureInPicture, PictureInPicture2 } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { MenuFrame } from '../../ui/MenuFrame.tsx';
import { ThemeItems } from '../../ui/ThemeItems.tsx';
import type { Pip } from '../pip/usePip.ts';
import type { StagePanel } from './stage-panels.ts';
import type { StageControl } from './useStage.ts';
import { ViewButton } from './ViewButton.tsx';

export interface ViewMenuProps {
  stage: StageControl;
  pip: Pip;
}

/** What this person looks at, and how. It is open at first. */
export function OpenViewMenu({ stage, pip }: ViewMenuProps) {
  const { choices, choose, pinning } = stage;
  return (
    <MenuFrame trigger={<ViewButton />} defaultOpen className="w-64">
      <DropdownMenu.RadioGroup
        value={pinning.pinned === null ? choices.layout : 'spotlight'}
        onValueChange={(value) => {
          pinning.unpin();
          choose({ layout: value === 'spotlight' ? 'spotlight' : 'grid' });
        }}
      >
        <DropdownMenu.RadioItem value="grid" className={row}>
          <Words icon={<LayoutGrid aria-hidden size={18} />} detail="Everyone is the same size">
            Grid
          </Words>
        </DropdownMenu.RadioItem>
        <DropdownMenu.RadioItem value="spotlight" className={row}>
          <Words icon={<PictureInPicture2 aria-hidden size={18} />} detail="Whoever speaks is large">
            Spotlight
          </Words>
        </DropdownMenu.RadioItem>
      </DropdownMenu.RadioGroup>
      <DropdownMenu.Separator className="my-1.5 h-px bg-line" />
      <DropdownMenu.CheckboxItem
        checked={choices.hidesSelf}
        onCheckedChange={(hidesSelf) => choose({ hidesSelf })}
        className={row}
      >
        <Words icon={<EyeOff aria-hidden size={18} />}>Hide my own tile</Words>
      </DropdownMenu.CheckboxItem>
      {pip.offered && (
        <DropdownMenu.CheckboxItem checked={pip.window !== null} onCheckedChange={pip.toggle} className={row}>
          <Words icon={<PictureInPicture aria-hidden size={18} />} detail="A small window over all others">
            Picture in picture
          </Words>
        </DropdownMenu.CheckboxItem>
      )}
      {stage.offered.length > 1 && <PanelItems stage={stage} />}
      <DropdownMenu.Separator className="my-1.5 h-px bg-line" />
      <ThemeItems />
    </MenuFrame>
  );
}

function PanelItems({ stage }: Pick<ViewMenuProps, 'stage'>) {
  return (
    <>
      <DropdownMenu.Separator className="my-1.5 h-px bg-line" />
      <DropdownMenu.Label className="px-3 pt-1.5 pb-1 font-medium text-ink-faint text-xs">
        On the stage, at most two
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
          <Words>{nameOf(panel, stage)}</Words>
        </DropdownMenu.CheckboxItem>
      ))}
    </>
  );
}

const row =
  'flex min-h-10 w-full cursor-pointer select-none items-center gap-3 rounded-lg px-3 py-1.5 text-sm -outline-offset-2 data-highlighted:bg-sunken';

function Words({ icon, detail, children }: { icon?: ReactNode; detail?: string; children: ReactNode }) {
  return (
    <>
      {icon}
      <span className="min-w-0 flex-1">
        <span className="block truncate">{children}</span>
        {detail && <span className="block text-ink-faint text-xs leading-snug">{detail}</span>}
      </span>
      <DropdownMenu.ItemIndicator className="text-accent">
        <Check aria-hidden size={17} />
      </DropdownMenu.ItemIndicator>
    </>
  );
}

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
