import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Video } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { limits } from '../../../../lib/messages.ts';
import type { PersonaView } from '../../../../lib/persona-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { createMeeting } from '../api/meetings.ts';
import { PersonaPicker } from '../personas/PersonaPicker.tsx';

export function CreateMeeting() {
  const [title, setTitle] = useState('');
  const [personaId, setPersonaId] = useState<PersonaView['id'] | null>(null);
  const navigate = useNavigate();
  const create = useMutation({
    mutationFn: createMeeting,
    onSuccess: (meeting) => navigate({ to: '/m/$code', params: { code: meeting.code } }),
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ title, ...(personaId ? { personaId } : {}) });
  };
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-4">
      <TextField
        label="What is it about? (optional)"
        placeholder="Weekly planning"
        value={title}
        maxLength={limits.title}
        onChange={(event) => setTitle(event.target.value)}
        error={create.error?.message}
      />
      <PersonaPicker value={personaId} onChange={setPersonaId} />
      <Button type="submit" look="primary" size="large" busy={create.isPending || create.isSuccess}>
        <Video aria-hidden size={20} />
        New meeting
      </Button>
    </form>
  );
}
