import { Archive, ArchiveRestore, Copy } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { PersonaView } from '../../../../lib/persona-messages.ts';
import { MenuFrame } from '../../ui/MenuFrame.tsx';
import { PersonaButton } from './PersonaButton.tsx';
import type { PersonaAction } from './PersonaCard.tsx';

const row =
  'flex min-h-11 w-full items-center gap-3 rounded-lg px-3 -outline-offset-2 data-highlighted:bg-sunken select-none';

interface OpenPersonaMenuProps {
  persona: PersonaView;
  onAct(action: PersonaAction): void;
}

/** What can be done with a persona. It is open at first. */
export function OpenPersonaMenu({ persona, onAct }: OpenPersonaMenuProps) {
  return (
    <MenuFrame trigger={<PersonaButton name={persona.content.name} />} defaultOpen className="min-w-44">
      <DropdownMenu.Item className={row} onSelect={() => onAct('duplicate')}>
        <Copy aria-hidden size={17} />
        Duplicate
      </DropdownMenu.Item>
      {persona.archivable && (
        <DropdownMenu.Item className={row} onSelect={() => onAct(persona.archived ? 'restore' : 'archive')}>
          {persona.archived ? <ArchiveRestore aria-hidden size={17} /> : <Archive aria-hidden size={17} />}
          {persona.archived ? 'Restore' : 'Archive'}
        </DropdownMenu.Item>
      )}
    </MenuFrame>
  );
}
