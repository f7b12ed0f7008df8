import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { AudioLines } from 'lucide-react';
import type { PersonaView } from '../../../../lib/persona-messages.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { listPersonas } from '../api/personas.ts';
import { nameOfMode } from './modes.ts';

interface PersonaPickerProps {
  /** Id of the chosen one; null: the first in the list. */
  value: PersonaView['id'] | null;
  onChange(personaId: PersonaView['id']): void;
}

/** Which AI participant a meeting gets. While the list is not there, the meeting gets the first one. */
export function PersonaPicker({ value, onChange }: PersonaPickerProps) {
  const list = useQuery({
    queryKey: ['personas', false],
    queryFn: ({ signal }) => listPersonas(false, signal),
  });
  const personas = list.data ?? [];
  const chosen = personas.find(({ id }) => id === value) ?? personas[0];
  return (
    <div>
      <SelectField
        label="AI participant"
        icon={<AudioLines aria-hidden size={16} />}
        value={chosen?.id ?? ''}
        disabled={personas.length === 0}
        options={
          chosen
            ? personas.map(({ id, content }) => ({ value: id, label: content.name }))
            : [{ value: '', label: list.isError ? 'The usual one' : 'Loading' }]
        }
        onChange={(id) => {
          const persona = personas.find((each) => each.id === id);
          if (persona) onChange(persona.id);
        }}
      />
      {chosen && (
        <p className="mt-1.5 line-clamp-1 text-pretty text-ink-faint text-sm sm:line-clamp-2">
          {nameOfMode(chosen.content.mode)}
          {chosen.content.greeting && ` · “${chosen.content.greeting}”`}
        </p>
      )}
      <Link to="/personas" className="mt-1 inline-block rounded text-accent text-sm hover:underline">
        All personas
      </Link>
    </div>
  );
}
