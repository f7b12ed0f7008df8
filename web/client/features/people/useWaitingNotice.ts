import { useEffect, useRef } from 'react';
import { toast } from 'sonner';
import type { Person } from '../../../../lib/host-messages.ts';
import type { HostActions } from './useHostActions.ts';

/**
 * Says quietly that somebody waits, once per person, with a way to let them in. Not to someone who looks at the list.
 */
export function useWaitingNotice(
  waiting: Person[],
  { act }: Pick<HostActions, 'act'>,
  listOpen: boolean,
): void {
  const shown = useRef(new Set<string>());
  const latestAct = useRef(act);
  latestAct.current = act;
  useEffect(() => {
    const now = new Set(waiting.map((person) => person.id));
    for (const id of shown.current) {
      if (now.has(id as Person['id'])) continue;
      shown.current.delete(id);
      toast.dismiss(id);
    }
    for (const { id, name } of waiting) {
      if (shown.current.has(id)) continue;
      shown.current.add(id);
      if (listOpen) continue;
      toast(`${name} waits to be let in`, {
        id,
        duration: 20_000,
        action: { label: 'Admit', onClick: () => latestAct.current(id, { action: 'admit' }) },
      });
    }
  }, [waiting, listOpen]);
}
