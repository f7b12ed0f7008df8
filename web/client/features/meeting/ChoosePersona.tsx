import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Joined } from '../../../../lib/messages.ts';
import type { PersonaView } from '../../../../lib/persona-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { chooseMeetingPersona, getMeetingPersona, listPersonas } from '../api/personas.ts';
import { nameOfMode } from '../personas/modes.ts';

interface ChoosePersonaProps {
  joined: Joined;
  onClose(): void;
}

/** Gives the meeting another AI participant while it runs. */
export function ChoosePersona({ joined, onClose }: ChoosePersonaProps) {
  return (
    <DialogFrame
      title="AI participant"
      description="The one you choose takes over at once, for everyone."
      width="narrow"
      focus="whole"
      onClose={onClose}
    >
      <Choice joined={joined} onDone={onClose} />
    </DialogFrame>
  );
}

function Choice({ joined, onDone }: { joined: Joined; onDone(): void }) {
  const { apiToken } = joined;
  const meetingId = joined.meeting.id;
  const queries = useQueryClient();
  const [picked, setPicked] = useState<string | null>(null);
  const list = useQuery({
    queryKey: ['personas', false],
    queryFn: ({ signal }) => listPersonas(false, signal),
  });
  const current = useQuery({
    queryKey: ['meeting-persona', meetingId],
    queryFn: ({ signal }) => getMeetingPersona(meetingId, apiToken, signal),
    gcTime: 0,
  });
  const choose = useMutation({
    mutationFn: (personaId: string) => chooseMeetingPersona(meetingId, apiToken, personaId),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['meeting-persona', meetingId] });
      onDone();
    },
  });
  const problem = choose.error ?? list.error ?? current.error;
  const currentId = current.data?.source?.personaId ?? null;
  const selected = picked ?? currentId;
  if (list.isPending || current.isPending) {
    return (
      <div role="status" aria-label="Loading personas" className="flex justify-center py-10 text-ink-soft">
        <Spinner size={24} />
      </div>
    );
  }
  return (
    <>
      <div role="radiogroup" aria-label="AI participant" className="-mx-2 mt-4 min-h-0 overflow-y-auto px-2">
        {list.data?.map((persona) => (
          <PersonaOption
            key={persona.id}
            persona={persona}
            checked={persona.id === selected}
            onPick={() => setPicked(persona.id)}
          />
        ))}
      </div>
      {problem && (
        <p role="alert" className="mt-3 text-danger text-sm">
          {problem.message}
        </p>
      )}
      <Button
        look="primary"
        className="mt-5"
        busy={choose.isPending}
        disabled={picked === null || picked === currentId}
        onClick={() => picked && choose.mutate(picked)}
      >
        Let it take over
      </Button>
    </>
  );
}

interface PersonaOptionProps {
  persona: PersonaView;
  checked: boolean;
  onPick(): void;
}

function PersonaOption({ persona: { id, content }, checked, onPick }: PersonaOptionProps) {
  return (
    <label className="mb-2 flex cursor-pointer gap-3 rounded-xl border border-line p-3.5 has-checked:border-accent has-checked:bg-accent-soft">
      <input
        type="radio"
        name="persona"
        value={id}
        checked={checked}
        onChange={onPick}
        className="mt-1 size-4 shrink-0 accent-accent"
      />
      <span className="min-w-0">
        <span className="block truncate font-medium">{content.name}</span>
        <span className="mt-0.5 line-clamp-2 text-pretty text-ink-soft text-sm leading-snug">
          {nameOfMode(content.mode)}
          {content.greeting && ` · “${content.greeting}”`}
        </span>
      </span>
    </label>
  );
}
