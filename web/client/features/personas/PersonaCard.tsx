import { Link } from '@tanstack/react-router';
import type { PersonaView } from '../../../../lib/persona-messages.ts';
import { OnDemand } from '../../ui/OnDemand.tsx';
import { nameOfMode } from './modes.ts';
import { PersonaButton } from './PersonaButton.tsx';
import { PersonaMark } from './PersonaMark.tsx';

export type PersonaAction = 'duplicate' | 'archive' | 'restore';

const loadMenu = async () => ({ default: (await import('./OpenPersonaMenu.tsx')).OpenPersonaMenu });

interface PersonaCardProps {
  persona: PersonaView;
  signedIn: boolean;
  onAct(action: PersonaAction): void;
}

export function PersonaCard({ persona, signedIn, onAct }: PersonaCardProps) {
  const { content, archived, builtIn, version } = persona;
  return (
    <li className="relative flex flex-col rounded-2xl border border-line bg-surface p-5 shadow-card">
      <div className="flex items-start gap-3">
        <PersonaMark />
        <div className="min-w-0 flex-1">
          <h2 className="truncate font-semibold text-lg leading-tight">
            {signedIn ? (
              <Link
                to="/personas/$personaId"
                params={{ personaId: persona.id }}
                className="outline-none after:absolute after:inset-0 after:rounded-2xl after:outline-accent focus-visible:after:outline-2 focus-visible:after:outline-offset-2"
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
        {signedIn && (
          <OnDemand load={loadMenu} with={{ persona, onAct }}>
            {(button) => <PersonaButton name={content.name} {...button} />}
          </OnDemand>
        )}
      </div>
      <p className="mt-4 line-clamp-2 text-pretty">
        {content.greeting ? `“${content.greeting}”` : 'Joins without a word.'}
      </p>
      <p className="mt-2 line-clamp-3 text-pretty text-ink-soft text-sm">{content.instructions}</p>
      {archived && <p className="mt-3 font-medium text-sm text-warn">Archived</p>}
    </li>
  );
}
