import { Link } from '@tanstack/react-router';
import { Archive, ArchiveRestore, Copy, Ellipsis } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { PersonaView } from '../../../../lib/messages.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { nameOfMode } from './modes.ts';
import { PersonaMark } from './PersonaMark.tsx';

export type PersonaAction = 'duplicate' | 'archive' | 'restore';

interface PersonaCardProps {
  persona: PersonaView;
  signedIn: boolean;
  onAct(action: PersonaAction): void;
}

export function PersonaCard({ persona, signedIn, onAct }: PersonaCardProps) {
  const { content, archived, builtIn, version } = persona;
  return (
    <li className="relative flex flex-col rounded-2xl border border-line bg-surface p-5 shadow-card focus-within:border-accent">
      <div className="flex items-start gap-3">
        <PersonaMark />
        <div className="min-w-0 flex-1">
          <h2 className="truncate font-semibold text-lg leading-tight">
            {signedIn ? (
              <Link
                to="/personas/$personaId"
                params={{ personaId: persona.id }}
                className="outline-none after:absolute after:inset-0 after:rounded-2xl focus-visible:underline"
              >
                {content.name}
              </Link>
            ) : (
              content.name
            )}
          </h2>
          <p className="mt-0.5 text-ink-faint text-sm">
            {[nameOfMode(content.mode), builtIn ? 'Built in' : `Version ${version}`].join(' · ')}
          </p>
        </div>
        {signedIn && <Actions persona={persona} onAct={onAct} />}
      </div>
      <p className="mt-4 line-clamp-2 text-pretty">
        {content.greeting ? `“${content.greeting}”` : 'Joins without a word.'}
      </p>
      <p className="mt-2 line-clamp-3 text-pretty text-ink-soft text-sm">{content.instructions}</p>
      {archived && <p className="mt-3 font-medium text-sm text-warn">Archived</p>}
    </li>
  );
}

const row =
  'flex min-h-11 w-full items-center gap-3 rounded-lg px-3 outline-none data-highlighted:bg-sunken select-none';

function Actions({ persona, onAct }: Pick<PersonaCardProps, 'persona' | 'onAct'>) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <IconButton
          label={`Actions for ${persona.content.name}`}
          icon={<Ellipsis aria-hidden size={18} />}
          size="small"
          className="relative z-10"
        />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={6}
          collisionPadding={12}
          className="z-40 min-w-44 animate-rise rounded-xl border border-line bg-surface p-1.5 shadow-card"
        >
          <DropdownMenu.Item className={row} onSelect={() => onAct('duplicate')}>
            <Copy aria-hidden size={17} />
            Duplicate
          </DropdownMenu.Item>
          {persona.archivable && (
            <DropdownMenu.Item
              className={row}
              onSelect={() => onAct(persona.archived ? 'restore' : 'archive')}
            >
              {persona.archived ? (
                <ArchiveRestore aria-hidden size={17} />
              ) : (
                <Archive aria-hidden size={17} />
              )}
              {persona.archived ? 'Restore' : 'Archive'}
            </DropdownMenu.Item>
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
