import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { AfterStage, StageView } from '../../../../lib/summary.ts';
import { getStages } from '../api/after.ts';
import { stagePollMs } from './stage-poll.ts';

/** Keys of what each stage makes, by their first word. */
const makes: Record<AfterStage, string[][]> = {
  transcript: [['lines']],
  recording: [['meetings', 'recordings']],
  revision: [['lines']],
  summary: [['summary'], ['tasks'], ['decisions']],
  mail: [],
  search: [],
};

/** How far the work after the meeting is. What a stage has made is fetched again when that stage has moved. */
export function useStages(meetingId: string): StageView[] {
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: ['stages', meetingId],
    queryFn: ({ signal }) => getStages(meetingId, signal),
    refetchInterval: ({ state }) => stagePollMs(state.data, Date.now()),
  });
  const before = useRef<StageView[] | null>(null);
  useEffect(() => {
    if (!data) return;
    for (const { stage, changedAtMs } of data) {
      const known = before.current?.find((each) => each.stage === stage);
      if (!before.current || known?.changedAtMs === changedAtMs) continue;
      for (const key of makes[stage]) void queries.invalidateQueries({ queryKey: [...key, meetingId] });
    }
    before.current = data;
  }, [data, meetingId, queries]);
  return data ?? noStages;
}

const noStages: StageView[] = [];
