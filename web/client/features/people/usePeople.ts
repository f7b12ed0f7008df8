import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type Room, RoomEvent } from 'livekit-client';
import { useEffect, useMemo } from 'react';
import { mayDraw } from '../../../../lib/board-messages.ts';
import type { People } from '../../../../lib/host-messages.ts';
import { type Access, getPeople } from '../api/people.ts';
import { followControlMessages } from '../captions/follow-control-messages.ts';
import type { Standing } from './standing.ts';

const noPeople: People['people'] = [];

export const peopleKey = (access: Access) => ['people', access.meetingId];

/** What only those who moderate may know: who waits, who is kept out, and the rules. Null while not loaded. */
export function usePeople(room: Room, access: Access, allowed: boolean) {
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: peopleKey(access),
    queryFn: ({ signal }) => getPeople(access, signal),
    enabled: allowed,
    // The server tells of changes; this is for a message that was lost, and for people who stop waiting.
    refetchInterval: 10_000,
    refetchIntervalInBackground: true,
  });
  const { meetingId, apiToken } = access;
  useEffect(() => {
    const refetch = () => void queries.invalidateQueries({ queryKey: peopleKey({ meetingId, apiToken }) });
    const stop = followControlMessages(room, ({ type }) => {
      if (type === 'people.changed') refetch();
    });
    room.on(RoomEvent.Connected, refetch);
    room.on(RoomEvent.Reconnected, refetch);
    return () => {
      stop();
      room.off(RoomEvent.Connected, refetch);
      room.off(RoomEvent.Reconnected, refetch);
    };
  }, [room, queries, meetingId, apiToken]);

  const people = allowed ? (data?.people ?? noPeople) : noPeople;
  const sorted = useMemo(
    () => ({
      waiting: people.filter((person) => person.admission === 'waiting'),
      keptOut: people.filter((person) => person.admission === 'removed' || person.admission === 'declined'),
    }),
    [people],
  );
  const settings = allowed ? (data?.settings ?? null) : null;
  const draws = ({ role }: Pick<Standing, 'role'>, id: string): boolean | null => {
    if (!settings || settings.whoMayDraw === 'hosts') return null;
    const pen = people.find((person) => person.id === id)?.pen ?? null;
    return mayDraw(settings.whoMayDraw, { role, pen });
  };
  return { ...sorted, settings, draws };
}
export type PeopleState = ReturnType<typeof usePeople>;
