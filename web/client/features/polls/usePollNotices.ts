import { useEffect, useRef } from 'react';
import { toast } from 'sonner';
import type { PollList } from '../../../../lib/poll-messages.ts';
import { listWaiting } from './poll-list.ts';

interface Panel {
  me: string;
  open: boolean;
  show(): void;
}

const newMs = 20_000;
const endedMs = 8_000;

/**
 * Says once that somebody asks something, and that it has ended, to whoever does not look at the polls. Returns the ids
 * of those that the person has looked at.
 */
export function usePollNotices(list: PollList, { me, open, show }: Panel): ReadonlySet<string> {
  const told = useRef(new Set<string>());
  const shown = useRef(new Set<string>());
  const seen = useRef(new Set<string>());
  const latestShow = useRef(show);
  latestShow.current = show;
  useEffect(() => {
    const waiting = listWaiting(list);
    for (const id of shown.current) {
      if (!open && waiting.some((poll) => poll.id === id)) continue;
      shown.current.delete(id);
      toast.dismiss(id);
    }
    for (const { id, askerId, askerName, question } of waiting) {
      if (open) seen.current.add(id);
      if (told.current.has(id)) continue;
      told.current.add(id);
      if (open || askerId === me) continue;
      shown.current.add(id);
      const action = { label: 'Vote', onClick: () => latestShow.current() };
      toast(`${askerName} asks everyone`, { id, description: question, duration: newMs, action });
    }
  }, [list, open, me]);

  const running = useRef(new Set<string>());
  useEffect(() => {
    for (const { id, state, question, askerId } of list.polls) {
      if (state === 'open') running.current.add(id);
      if (state !== 'ended' || !running.current.delete(id) || open || askerId === me) continue;
      const action = { label: 'Results', onClick: () => latestShow.current() };
      toast('A poll has ended', { description: question, duration: endedMs, action });
    }
  }, [list, open, me]);
  return seen.current;
}
