import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getSummary } from '../api/after.ts';

/** The summary of a meeting: the newest version, or the one that was chosen. */
export function useSummary(meetingId: string, version: number | null = null) {
  return useQuery({
    queryKey: ['summary', meetingId, version],
    queryFn: ({ signal }) => getSummary(meetingId, version, signal),
    placeholderData: keepPreviousData,
  });
}
