import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Video } from 'lucide-react';
import type { PersonaView } from '../../../../lib/persona-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { say } from '../../ui/say.ts';
import { createMeeting } from '../api/meetings.ts';

/** Makes a meeting that begins now, with the chosen AI participant, and goes to its lobby. */
export function NewMeetingButton({ personaId }: { personaId: PersonaView['id'] | null }) {
  const navigate = useNavigate();
  const create = useMutation({
    mutationFn: () => createMeeting(personaId ? { personaId } : {}),
    onSuccess: (meeting) => navigate({ to: '/m/$code', params: { code: meeting.code } }),
    onError: (error) => say({ text: error.message, isError: true }),
  });
  return (
    <Button
      look="primary"
      className="flex-1 whitespace-nowrap px-3"
      busy={create.isPending || create.isSuccess}
      onClick={() => create.mutate()}
    >
      <Video aria-hidden size={18} />
      New meeting
    </Button>
  );
}
