import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import type { ChangeSettings } from '../../../../lib/host-messages.ts';
import { type Access, actOnPerson, admitEveryone, changeSettings, type PersonAction } from '../api/people.ts';
import { peopleKey } from './usePeople.ts';

/** What those who moderate can do; failures are shown, lists are loaded again. */
export function useHostActions(access: Access) {
  const queries = useQueryClient();
  const after = {
    onError: (error: Error) => toast.error(error.message),
    onSettled: () => queries.invalidateQueries({ queryKey: peopleKey(access) }),
  };
  const person = useMutation({
    mutationFn: ({ id, act }: { id: string; act: PersonAction }) => actOnPerson(access, id, act),
    ...after,
  });
  const everyone = useMutation({ mutationFn: () => admitEveryone(access), ...after });
  const settings = useMutation({
    mutationFn: (change: ChangeSettings) => changeSettings(access, change),
    ...after,
  });
  return {
    act: (id: string, act: PersonAction) => person.mutate({ id, act }),
    admitAll: () => everyone.mutate(),
    change: (change: ChangeSettings, onDone?: () => void) => settings.mutate(change, { onSuccess: onDone }),
    changing: settings.isPending,
  };
}
export type HostActions = ReturnType<typeof useHostActions>;
