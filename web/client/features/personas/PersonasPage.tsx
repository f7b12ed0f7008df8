import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { PersonaView } from '../../../../lib/persona-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { say } from '../../ui/say.ts';
import { useTitle } from '../../ui/useTitle.ts';
import { actOnPersona, listPersonas } from '../api/personas.ts';
import { type PersonaAction, PersonaCard } from './PersonaCard.tsx';
import { PersonaFrame } from './PersonaFrame.tsx';
import { useSignedIn } from './useSignedIn.ts';

/** The AI participants of this installation. */
export function PersonasPage() {
  useTitle('Personas');
  const signedIn = useSignedIn();
  const [archived, setArchived] = useState(false);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const list = useQuery({
    queryKey: ['personas', archived],
    queryFn: ({ signal }) => listPersonas(archived, signal),
  });
  const act = useMutation({
    mutationFn: ({ id, action }: { id: string; action: PersonaAction }) => actOnPersona(id, action),
    onSuccess: async (persona, { action }) => {
      await queries.invalidateQueries({ queryKey: ['personas'] });
      if (action === 'duplicate') {
        await navigate({ to: '/personas/$personaId', params: { personaId: persona.id } });
        return;
      }
      await say({
        text: `${persona.content.name} is ${action === 'archive' ? 'archived' : 'back in the list'}`,
      });
    },
    onError: (error) => say({ text: error.message, isError: true }),
  });
  return (
    <PersonaFrame>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <div className="min-w-0">
          <h1 className="font-semibold text-3xl tracking-tight">Personas</h1>
          <p className="mt-1.5 max-w-xl text-pretty text-ink-soft">
            Who the AI participant is. Choose one for each meeting, and change it while people talk.
          </p>
        </div>
        {signedIn && (
          <Link
            to="/personas/new"
            className="inline-flex min-h-10 items-center gap-2 rounded-xl bg-accent px-4 font-medium text-on-accent text-sm hover:bg-accent-hover"
          >
            <Plus aria-hidden size={18} />
            New persona
          </Link>
        )}
      </div>
      {signedIn && (
        <label className="mt-6 inline-flex min-h-9 cursor-pointer items-center gap-2.5 text-ink-soft text-sm">
          <input
            type="checkbox"
            checked={archived}
            onChange={(event) => setArchived(event.target.checked)}
            className="size-4.5 accent-accent"
          />
          Show archived
        </label>
      )}
      <PersonaList
        personas={list.data ?? null}
        error={list.error}
        onRetry={() => void list.refetch()}
        signedIn={signedIn}
        onAct={(id, action) => act.mutate({ id, action })}
      />
    </PersonaFrame>
  );
}

interface PersonaListProps {
  personas: PersonaView[] | null;
  error: Error | null;
  onRetry(): void;
  signedIn: boolean;
  onAct(id: string, action: PersonaAction): void;
}

function PersonaList({ personas, error, onRetry, signedIn, onAct }: PersonaListProps) {
  if (!personas && error) {
    return (
      <div role="alert" className="mt-10 rounded-2xl border border-line bg-surface p-6">
        <p>{error.message}</p>
        <Button className="mt-4" onClick={onRetry}>
          Try again
        </Button>
      </div>
    );
  }
  const grid = 'mt-6 grid gap-4 sm:grid-cols-2 lg:grid-cols-3';
  if (!personas) {
    return (
      <div role="status" aria-label="Loading personas" className={grid}>
        {[0, 1, 2].map((key) => (
          <div key={key} className="h-48 animate-pulse rounded-2xl bg-sunken" />
        ))}
      </div>
    );
  }
  return (
    <ul aria-label="Personas" className={grid}>
      {personas.map((persona) => (
        <PersonaCard
          key={persona.id}
          persona={persona}
          signedIn={signedIn}
          onAct={(action) => onAct(persona.id, action)}
        />
      ))}
    </ul>
  );
}
