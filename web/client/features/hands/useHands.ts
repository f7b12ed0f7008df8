import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Room, RoomEvent } from 'livekit-client';
import { useEffect, useMemo } from 'react';
import { toast } from 'sonner';
import type { Hands } from '../../../../lib/hand-messages.ts';
import { fetchHands, lowerHands, raiseHand } from '../api/hands.ts';
import type { Access } from '../api/people.ts';
import { followControlMessages } from '../captions/follow-control-messages.ts';

export interface HandsControl {
  /** Ids of those whose hands are up, who raised first comes first. */
  queue: readonly string[];
  /** One's own. */
  raised: boolean;
  busy: boolean;
  setRaised(raised: boolean): void;
  /** For hosts: one person's hand, or all hands. */
  lower(personId?: string): void;
}

const nobody: Hands = { version: 0, hands: [] };
/** For a message that was lost. */
const recheckMs = 30_000;

/** The queue of raised hands, as web keeps it. */
export function useHands(room: Room, access: Access, me: string): HandsControl {
  const queries = useQueryClient();
  const { meetingId, apiToken } = access;
  const queryKey = useMemo(() => ['hands', meetingId], [meetingId]);
  const { data = nobody } = useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const fetched = await fetchHands({ meetingId, apiToken }, signal);
      return laterOf(queries.getQueryData<Hands>(queryKey), fetched);
    },
    refetchInterval: recheckMs,
  });
  const take = (hands: Hands) => queries.setQueryData<Hands>(queryKey, (known) => laterOf(known, hands));

  useEffect(() => {
    const refetch = () => void queries.invalidateQueries({ queryKey });
    const stop = followControlMessages(room, (message) => {
      if (message.type !== 'hands.changed') return;
      const known = queries.getQueryData<Hands>(queryKey) ?? nobody;
      const wasUp = known.hands.some((id) => id === me);
      const { version, hands, by } = message;
      queries.setQueryData<Hands>(queryKey, laterOf(known, { version, hands }));
      if (by && wasUp && version > known.version && !hands.some((id) => id === me)) {
        toast.info(`${by} lowered your hand.`);
      }
    });
    room.on(RoomEvent.Connected, refetch);
    room.on(RoomEvent.Reconnected, refetch);
    return () => {
      stop();
      room.off(RoomEvent.Connected, refetch);
      room.off(RoomEvent.Reconnected, refetch);
    };
  }, [room, queries, queryKey, me]);

  const after = { onSuccess: take, onError: (error: Error) => void toast.error(error.message) };
  const own = useMutation({ mutationFn: (raised: boolean) => raiseHand(access, raised), ...after });
  const others = useMutation({ mutationFn: (id: string | undefined) => lowerHands(access, id), ...after });
  const raised = data.hands.some((id) => id === me);
  return {
    queue: data.hands,
    raised,
    // What everyone was told is done, although its answer is still on the way.
    busy: own.isPending && own.variables !== raised,
    setRaised: (raised) => own.mutate(raised),
    lower: (personId) => others.mutate(personId),
  };
}

function laterOf(known: Hands | undefined, next: Hands): Hands {
  return known && known.version > next.version ? known : next;
}
