import type { Room } from 'livekit-client';
import { useEffect, useRef, useState } from 'react';
import { toast } from 'sonner';
import type { Reaction } from '../../../../lib/hand-messages.ts';
import { sendReaction } from '../api/hands.ts';
import type { Access } from '../api/people.ts';
import { followControlMessages } from '../captions/follow-control-messages.ts';

export interface ShownReaction {
  key: number;
  name: string;
  reaction: Reaction;
}

export interface Reactions {
  /** The latest, oldest first; each goes by itself. */
  shown: readonly ShownReaction[];
  send(reaction: Reaction): void;
}

const shownMs = 4_000;
/** More at once would hide people. */
const mostShown = 5;

export function useReactions(room: Room, access: Access): Reactions {
  const [shown, setShown] = useState<readonly ShownReaction[]>([]);
  const count = useRef(0);
  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const stop = followControlMessages(room, (message) => {
      if (message.type !== 'reaction') return;
      const key = ++count.current;
      setShown((now) => [...now, { key, ...message }].slice(-mostShown));
      timers.add(setTimeout(() => setShown((now) => now.filter((each) => each.key !== key)), shownMs));
    });
    return () => {
      stop();
      timers.forEach(clearTimeout);
    };
  }, [room]);
  return {
    shown,
    send: (reaction) =>
      void sendReaction(access, reaction).catch((error: Error) => toast.error(error.message)),
  };
}
