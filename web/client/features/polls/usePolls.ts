import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type Room, RoomEvent } from 'livekit-client';
import { useEffect, useMemo, useRef } from 'react';
import type { PollList } from '../../../../lib/poll-messages.ts';
import type { Access } from '../api/people.ts';
import { fetchPolls } from '../api/polls.ts';
import { followControlMessages } from '../captions/follow-control-messages.ts';
import type { RoomSides } from '../meeting/useRoomSides.ts';
import type { PollForm } from './poll-form.ts';
import { laterOf, listWaiting, noPolls, withPoll } from './poll-list.ts';
import { usePollNotices } from './usePollNotices.ts';

export interface PollsControl {
  list: PollList;
  history: 'loading' | 'here' | 'failing';
  /** There is something to see, or to do. */
  offered: boolean;
  /** Open polls that wait for this person's vote, and that they have not looked at. */
  unread: number;
  /** What is being asked, kept while the panel is closed; null when nothing is. */
  draft: { current: PollForm | null };
}

export const pollsKey = (meetingId: string) => ['polls', meetingId];

/** For a message that was lost. */
const recheckMs = 30_000;

/** The polls of the meeting in `room`, as web keeps them. Says that there is a new one to whoever does not look at them. */
export function usePolls(
  room: Room,
  { meetingId, apiToken }: Access,
  { me, sides }: { me: string; sides: Pick<RoomSides, 'isOpen' | 'show'> },
): PollsControl {
  const queries = useQueryClient();
  const queryKey = useMemo(() => pollsKey(meetingId), [meetingId]);
  const draft = useRef<PollForm | null>(null);
  const { data, isError } = useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const fetched = await fetchPolls({ meetingId, apiToken }, signal);
      return laterOf(queries.getQueryData<PollList>(queryKey), fetched);
    },
    refetchInterval: recheckMs,
  });

  useEffect(() => {
    const refetch = () => void queries.invalidateQueries({ queryKey });
    const stop = followControlMessages(room, (message) => {
      // Who becomes a host may ask from then on.
      if (message.type === 'polls.changed' || message.type === 'standing.changed') refetch();
      if (message.type !== 'poll.changed') return;
      const known = queries.getQueryData<PollList>(queryKey);
      const isFetching = queries.isFetching({ queryKey }) > 0;
      if (known) queries.setQueryData<PollList>(queryKey, withPoll(known, message.poll));
      // What is on its way may have been read before this.
      if (!known || isFetching) refetch();
    });
    room.on(RoomEvent.Connected, refetch);
    room.on(RoomEvent.Reconnected, refetch);
    return () => {
      stop();
      room.off(RoomEvent.Connected, refetch);
      room.off(RoomEvent.Reconnected, refetch);
    };
  }, [room, queries, queryKey]);

  const list = data ?? noPolls;
  const open = sides.isOpen('polls');
  const seen = usePollNotices(list, { me, open, show: () => sides.show('polls')(true) });
  return {
    list,
    history: data ? 'here' : isError ? 'failing' : 'loading',
    offered: list.mayAsk || list.polls.length > 0,
    unread: open ? 0 : listWaiting(list).filter(({ id }) => !seen.has(id)).length,
    draft,
  };
}
