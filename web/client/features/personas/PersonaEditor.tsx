import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { PersonaDetail, PersonaView } from '../../../../lib/persona-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { say } from '../../ui/say.ts';
import { isApiError } from '../api/api-error.ts';
import { actOnPersona, createPersona, savePersona } from '../api/personas.ts';
import { type Draft, draftOf, emptyDraft, isChanged } from './draft.ts';
import { PersonaForm } from './PersonaForm.tsx';
import { PersonaPreview } from './PersonaPreview.tsx';
import { PersonaVersions } from './PersonaVersions.tsx';

/** Writes a persona: a new one, or the next version of one. `detail` is null for a new one. */
export function PersonaEditor({ detail }: { detail: PersonaDetail | null }) {
  const persona = detail?.persona ?? null;
  const [draft, setDraft] = useState<Draft>(persona ? draftOf(persona) : emptyDraft);
  const onChange = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const { save, duplicate } = usePersonaMutations(persona, draft);
  const readOnly = persona !== null && !persona.editable;
  const unchanged = persona !== null && !isChanged(draft, persona);
  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem] lg:gap-12">
      <PersonaForm draft={draft} readOnly={readOnly} onChange={onChange} onSubmit={() => save.mutate()}>
        {save.error && (
          <p role="alert" className="text-danger text-sm">
            {save.error.message}{' '}
            {isApiError(save.error, 'conflict') && 'Reload the page to see it; copy your text first.'}
          </p>
        )}
        {readOnly ? (
          <div className="flex flex-wrap items-center gap-4 rounded-2xl bg-sunken p-4">
            <p className="min-w-48 flex-1 text-pretty text-ink-soft text-sm">
              {persona.builtIn ? 'This one comes with Parley and stays as it is.' : 'This one is not yours.'}{' '}
              Duplicate it to write your own from it.
            </p>
            <Button look="primary" busy={duplicate.isPending} onClick={() => duplicate.mutate(persona.id)}>
              Duplicate
            </Button>
          </div>
        ) : (
          <div className="flex flex-wrap items-center gap-4">
            <Button
              type="submit"
              look="primary"
              size="large"
              busy={save.isPending}
              disabled={unchanged || draft.name.trim() === ''}
            >
              {persona ? 'Save as a new version' : 'Create persona'}
            </Button>
            {persona && (
              <p className="text-ink-faint text-sm">Running meetings keep the version that they have.</p>
            )}
          </div>
        )}
      </PersonaForm>
      <aside className="flex flex-col gap-8 max-lg:order-none lg:sticky lg:top-6 lg:self-start">
        <PersonaPreview {...draft} />
        {detail && (
          <PersonaVersions
            versions={detail.versions}
            onTake={readOnly ? null : (version) => setDraft(draftOf(version))}
          />
        )}
      </aside>
    </div>
  );
}

function usePersonaMutations(persona: PersonaView | null, draft: Draft) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const open = async (stored: PersonaView) => {
    await queries.invalidateQueries({ queryKey: ['personas'] });
    await navigate({ to: '/personas/$personaId', params: { personaId: stored.id } });
  };
  const save = useMutation({
    mutationFn: () =>
      persona ? savePersona(persona.id, { ...draft, basedOn: persona.version }) : createPersona(draft),
    onSuccess: async (stored) => {
      await queries.invalidateQueries({ queryKey: ['persona', stored.id] });
      void say({
        text: persona ? `Saved as version ${stored.version}` : `${stored.content.name} can join meetings now`,
      });
      await open(stored);
    },
  });
  const duplicate = useMutation({
    mutationFn: (id: string) => actOnPersona(id, 'duplicate'),
    onSuccess: open,
    onError: (error) => say({ text: error.message, isError: true }),
  });
  return { save, duplicate };
}
