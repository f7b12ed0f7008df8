import { useMutation } from '@tanstack/react-query';
import { toast } from 'sonner';
import type { ControlAssistant } from '../../../../lib/assistant-messages.ts';
import { controlAssistant } from '../api/assistant.ts';
import type { Access } from '../api/people.ts';

/** What those who moderate can change about the AI participant; the room's metadata shows it when it is done. */
export function useAssistantControl(access: Access) {
  const { mutate, isPending } = useMutation({
    mutationFn: (change: ControlAssistant) => controlAssistant(access, change),
    onError: (error) => toast.error(error.message),
  });
  return { change: (change: ControlAssistant) => mutate(change), changing: isPending };
}
