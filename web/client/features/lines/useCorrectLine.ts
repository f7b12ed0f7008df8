import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CorrectLine } from '../../../../lib/line-edit-messages.ts';
import type { LineView } from '../../../../lib/line-messages.ts';
import { useAfterMeeting } from '../after/after-context.ts';
import { correctLine } from '../api/line-edits.ts';
import { useReplaceLine } from './useLines.ts';

/** Corrects the words of a line, or takes a correction back. When it changed meanwhile, the transcript is fetched again. */
export function useCorrectLine(line: LineView, onDone?: () => void) {
  const { meetingId } = useAfterMeeting();
  const queries = useQueryClient();
  const replace = useReplaceLine(meetingId);
  return useMutation({
    mutationFn: (body: CorrectLine) => correctLine(meetingId, line, body),
    onSuccess: (changed) => {
      replace(changed);
      onDone?.();
    },
    onError: () => queries.invalidateQueries({ queryKey: ['lines', meetingId] }),
  });
}
