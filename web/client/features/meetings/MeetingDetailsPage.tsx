import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { lazy } from 'react';
import type { MeetingDetails } from '../../../../lib/planning.ts';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { LoadingPage } from '../../ui/LoadingPage.tsx';
import { PageFailed } from '../../ui/PageFailed.tsx';
import { useTitle } from '../../ui/useTitle.ts';
import { getMeetingDetails } from '../api/planning.ts';

const AfterMeeting = lazy(async () => ({
  default: (await import('../after/AfterMeeting.tsx')).AfterMeeting,
}));
const OpenMeeting = lazy(async () => ({ default: (await import('./OpenMeeting.tsx')).OpenMeeting }));
const DetailsProblem = lazy(async () => ({
  default: (await import('./DetailsProblem.tsx')).DetailsProblem,
}));

/** It took place, and is over. */
const isOver = ({ meeting }: MeetingDetails) => meeting.phase === 'ended' && meeting.startedAtMs !== null;

/** People come and go while it is live; a planned one begins by itself. */
const refreshMs = { live: 5_000, upcoming: 10_000, ended: 60_000, missed: 30_000, cancelled: 60_000 };

/** `/meetings/:id`: one meeting before, while and after it takes place. */
export function MeetingDetailsPage() {
  const { id } = useParams({ from: '/meetings/$id' });
  const start = useSearch({ from: '/meetings/$id' });
  const { data, error, refetch } = useQuery({
    queryKey: ['meetings', 'details', id],
    queryFn: ({ signal }) => getMeetingDetails(id, signal),
    refetchInterval: ({ state }) => (state.data ? refreshMs[state.data.meeting.phase] : false),
  });
  useTitle(data?.meeting.title ?? null);
  const loading = <LoadingPage label="Looking for the meeting" />;
  return (
    <LazyPart failed={<PageFailed />} fallback={loading}>
      {data &&
        (isOver(data) ? (
          <AfterMeeting key={id} details={data} start={start} />
        ) : (
          <OpenMeeting details={data} />
        ))}
      {!data && error && <DetailsProblem error={error} onRetry={() => void refetch()} />}
      {!data && !error && loading}
    </LazyPart>
  );
}
