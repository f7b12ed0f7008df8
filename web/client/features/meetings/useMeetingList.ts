import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ListMeetingsQuery } from '../../../../lib/planning.ts';
import { countMeetings, listMeetings } from '../api/planning.ts';

/** Meetings begin and end by themselves: the list looks again this often. */
const refreshMs = 20_000;

/** The meetings that fit, page by page, and how many each tab has. */
export function useMeetingList(query: Omit<ListMeetingsQuery, 'after'>) {
  const list = useInfiniteQuery({
    queryKey: ['meetings', 'list', query],
    queryFn: ({ pageParam, signal }) =>
      listMeetings({ ...query, ...(pageParam ? { after: pageParam } : {}) }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    // More than a few pages are not fetched again: who has read so far looks for something old.
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) > 3 ? false : refreshMs),
  });
  const { origin, search } = query;
  const counts = useQuery({
    queryKey: ['meetings', 'counts', { origin, search }],
    queryFn: ({ signal }) => countMeetings({ origin, search }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: refreshMs,
  });
  return {
    meetings: list.data?.pages.flatMap((page) => page.meetings) ?? null,
    counts: counts.data ?? null,
    error: list.error,
    loading: list.isPending,
    stale: list.isPlaceholderData,
    hasMore: list.hasNextPage,
    loadingMore: list.isFetchingNextPage,
    loadMore: () => void list.fetchNextPage(),
    retry: () => void list.refetch(),
  };
}
