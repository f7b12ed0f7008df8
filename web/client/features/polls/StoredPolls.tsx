import { useQuery } from '@tanstack/react-query';
import { fetchPolls } from '../api/polls.ts';
import { Card } from '../meetings/Card.tsx';
import { PollFrame } from './PollFrame.tsx';
import { ShownResults } from './ShownResults.tsx';

/** What everyone was asked in a meeting, on its page. Nothing where nothing was asked. */
export function StoredPolls({ meetingId }: { meetingId: string }) {
  const { data } = useQuery({
    queryKey: ['meetings', 'polls', meetingId],
    queryFn: ({ signal }) => fetchPolls({ meetingId }, signal),
  });
  const polls = data?.polls.filter(({ state }) => state !== 'draft') ?? [];
  if (polls.length === 0) return null;
  return (
    <Card title="Polls">
      <div className="flex flex-col gap-4 p-4">
        {polls.map((poll) => (
          <PollFrame key={poll.id} poll={poll} asker={`${poll.askerName} asked`}>
            {(labelId) => <ShownResults poll={poll} reader={{ meetingId }} labelId={labelId} />}
          </PollFrame>
        ))}
      </div>
    </Card>
  );
}
