import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { SearchQuery } from '../../../../lib/archive-messages.ts';
import { searchArchive } from '../api/archive.ts';
import { mergePages } from './merge-pages.ts';

/** Hits, page by page; nothing is looked for until there is something to look for. */
export function useArchiveSearch(query: Omit<SearchQuery, 'after'>) {
  const enabled = (query.q ?? '').trim() !== '';
  const found = useInfiniteQuery({
    queryKey: ['search', query],
    enabled,
    queryFn: ({ pageParam, signal }) =>
      searchArchive({ ...query, ...(pageParam ? { after: pageParam } : {}) }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const [first] = found.data?.pages ?? [];
  return {
    first: enabled ? (first ?? null) : null,
    meetings: mergePages(found.data?.pages ?? []),
    error: found.error,
    loading: enabled && found.isPending,
    stale: found.isPlaceholderData,
    hasMore: found.hasNextPage,
    loadingMore: found.isFetchingNextPage,
    loadMore: () => void found.fetchNextPage(),
    retry: () => void found.refetch(),
  };
}
