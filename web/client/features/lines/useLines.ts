import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type LineView, writeLineRef } from '../../../../lib/line-messages.ts';
import { fetchLines, type Lines } from '../api/after.ts';

/** The whole transcript of a meeting that is over. */
export function useLines(meetingId: string) {
  return useQuery({
    queryKey: ['lines', meetingId],
    queryFn: ({ signal }) => fetchLines(meetingId, signal),
    staleTime: 60_000,
  });
}

/** Puts a line as the server has it now in place of the one that is shown. */
export function useReplaceLine(meetingId: string): (line: LineView) => void {
  const queries = useQueryClient();
  return (line) =>
    queries.setQueryData<Lines>(
      ['lines', meetingId],
      (known) =>
        known && {
          ...known,
          lines: known.lines.map((each) => (writeLineRef(each) === writeLineRef(line) ? line : each)),
        },
    );
}
