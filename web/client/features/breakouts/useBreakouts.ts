import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Room, RoomEvent } from 'livekit-client';
import { useEffect, useMemo, useRef, useState } from 'react';
import { toast } from 'sonner';
import {
  type Breakouts,
  breakoutLimits,
  type MovePerson,
  type OpenBreakouts,
  type OpenRooms,
} from '../../../../lib/breakout-messages.ts';
import type { MeetingId } from '../../../../lib/ids.ts';
import type { Joined } from '../../../../lib/messages.ts';
import {
  closeBreakouts,
  enterBreakout,
  fetchBreakouts,
  movePerson,
  openBreakouts,
  tellRooms,
} from '../api/breakouts.ts';
import { followControlMessages } from '../captions/follow-control-messages.ts';
import { findMove, type Move } from './find-move.ts';
import { recheckMs } from './recheck-ms.ts';
import type { Whereabouts } from './whereabouts.ts';

export interface BreakoutsControl {
  /** Null while none are open. */
  open: OpenRooms | null;
  /** When they close, by this page's clock; null when nobody knows. */
  deadlineMs: number | null;
  move: Move;
  whereabouts: Whereabouts;
  /** A change is on its way. */
  busy: boolean;
  /** The list of rooms, or the plan for them, is on the screen. */
  listed: boolean;
  setListed(listed: boolean): void;
  enter(roomId: MeetingId): void;
  start(wish: OpenBreakouts): void;
  place(move: MovePerson): void;
  /** `onDone` when all rooms have it. */
  tell(text: string, onDone: () => void): void;
  close(): void;
}

const messageMs = 20_000;

/** Breakout rooms as web keeps them, wherever in the meeting this person is. */
export function useBreakouts(room: Room, whereabouts: Whereabouts, moderates: boolean): BreakoutsControl {
  const { main, here, settledFor } = whereabouts;
  const queries = useQueryClient();
  const meetingId = main.meeting.id;
  const access = { meetingId, apiToken: main.apiToken };
  const queryKey = useMemo(() => ['breakouts', meetingId], [meetingId]);
  const [listed, setListed] = useState(false);
  const { data, dataUpdatedAt } = useQuery({
    queryKey,
    queryFn: ({ signal }) => fetchBreakouts(access, signal),
    refetchInterval: ({ state }) => recheckMs({ open: state.data?.open ?? null, listed, moderates }),
    refetchIntervalInBackground: true,
  });
  const open = data?.open ?? null;
  const closesInMs = open?.closesInMs ?? null;

  useEffect(() => {
    const refetch = () => void queries.invalidateQueries({ queryKey });
    const stop = followControlMessages(room, (message) => {
      if (message.type === 'breakouts.changed') refetch();
      if (message.type === 'breakouts.message') {
        toast(`${message.by} to all rooms`, { description: message.text, duration: messageMs });
      }
    });
    room.on(RoomEvent.Connected, refetch);
    room.on(RoomEvent.Reconnected, refetch);
    return () => {
      stop();
      room.off(RoomEvent.Connected, refetch);
      room.off(RoomEvent.Reconnected, refetch);
    };
  }, [room, queries, queryKey]);

  const isClosing = closesInMs !== null && closesInMs <= breakoutLimits.closingMs;
  // Not again in the next room, which begins with what is known of them.
  const wasClosing = useRef(isClosing);
  useEffect(() => {
    if (isClosing && !wasClosing.current)
      toast.info('The breakout rooms are closing. Everyone comes back to the main room.');
    wasClosing.current = isClosing;
  }, [isClosing]);

  const showList = (shown: boolean) => {
    setListed(shown);
    // What is known of who is where may be as old as the longest wait.
    if (shown) void queries.invalidateQueries({ queryKey });
  };
  const take = (rooms: Breakouts) => void queries.setQueryData<Breakouts>(queryKey, rooms);
  const onError = (error: Error) => {
    toast.error(error.message);
    void queries.invalidateQueries({ queryKey });
  };
  const start = useMutation({
    mutationFn: (wish: OpenBreakouts) => openBreakouts(access, wish),
    onSuccess: take,
    onError,
  });
  const place = useMutation({
    mutationFn: (move: MovePerson) => movePerson(access, move),
    onSuccess: take,
    onError,
  });
  const close = useMutation({ mutationFn: () => closeBreakouts(access), onSuccess: take, onError });
  const tell = useMutation({ mutationFn: (text: string) => tellRooms(access, text), onError });
  const enter = useMutation({
    mutationFn: (roomId: MeetingId): Promise<Joined> => enterBreakout(access, roomId),
    onError,
  });

  return {
    open,
    deadlineMs: closesInMs === null ? null : dataUpdatedAt + closesInMs,
    move: findMove({ open, mainId: meetingId, hereId: here.meeting.id, settledFor, moderates }),
    whereabouts,
    busy: [start, place, close, tell, enter].some(({ isPending }) => isPending),
    listed,
    setListed: showList,
    enter: (roomId) =>
      // Told here: whoever has left the meeting by then is taken nowhere.
      enter.mutate(roomId, {
        onSuccess: whereabouts.enter,
        // Not again by itself.
        onError: () => whereabouts.settle(roomId),
      }),
    start: (wish) => start.mutate(wish),
    place: (move) => place.mutate(move),
    tell: (text, onDone) => tell.mutate(text, { onSuccess: onDone }),
    close: () => close.mutate(),
  };
}
