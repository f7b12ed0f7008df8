import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ArrowLeft, Drama } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { LoadingPage } from '../../ui/LoadingPage.tsx';
import { MessagePage } from '../../ui/MessagePage.tsx';
import { useTitle } from '../../ui/useTitle.ts';
import { isApiError } from '../api/api-error.ts';
import { getPersona } from '../api/personas.ts';
import { PersonaEditor } from './PersonaEditor.tsx';
import { PersonaFrame } from './PersonaFrame.tsx';

export function NewPersonaPage() {
  useTitle('New persona');
  return (
    <PersonaFrame>
      <BackToList />
      <h1 className="mb-6 font-semibold text-3xl tracking-tight">New persona</h1>
      <PersonaEditor detail={null} />
    </PersonaFrame>
  );
}

export function PersonaPage() {
  const { personaId } = useParams({ from: '/personas/$personaId' });
  const found = useQuery({
    queryKey: ['persona', personaId],
    queryFn: ({ signal }) => getPersona(personaId, signal),
  });
  const persona = found.data?.persona;
  useTitle(persona?.content.name ?? null);
  if (!found.data || !persona) {
    if (found.isPending) return <LoadingPage label="Looking for the persona" />;
    return <Problem error={found.error} onRetry={() => void found.refetch()} />;
  }
  return (
    <PersonaFrame>
      <BackToList />
      <h1 className="mb-6 font-semibold text-3xl tracking-tight [overflow-wrap:anywhere]">
        {persona.content.name}
      </h1>
      <PersonaEditor key={`${persona.id} ${persona.version}`} detail={found.data} />
    </PersonaFrame>
  );
}

function Problem({ error, onRetry }: { error: Error | null; onRetry(): void }) {
  const missing = isApiError(error, 'not_found');
  const signedOut = isApiError(error, 'unauthorized');
  return (
    <MessagePage
      icon={<Drama aria-hidden size={26} />}
      title={missing ? 'There is no such persona' : signedOut ? 'Please sign in' : 'This did not work'}
      actions={
        missing || signedOut ? (
          <Link to="/personas" className="font-medium text-accent underline">
            All personas
          </Link>
        ) : (
          <Button onClick={onRetry}>Try again</Button>
        )
      }
    >
      {signedOut ? 'Personas are for people with an account here.' : missing ? null : error?.message}
    </MessagePage>
  );
}

function BackToList() {
  return (
    <Link
      to="/personas"
      className="mb-3 -ml-2 inline-flex min-h-9 items-center gap-1.5 rounded-lg px-2 text-ink-soft text-sm hover:bg-sunken"
    >
      <ArrowLeft aria-hidden size={16} />
      Personas
    </Link>
  );
}
