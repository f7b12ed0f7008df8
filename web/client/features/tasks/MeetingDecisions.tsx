import { useQuery } from '@tanstack/react-query';
import { listDecisions } from '../api/tasks.ts';
import { Card } from '../meetings/Card.tsx';
import { formatClock } from '../meetings/format-when.ts';

/** What was decided in one meeting; nothing while there is nothing. */
export function MeetingDecisions({ meetingId, live }: { meetingId: string; live: boolean }) {
  const { data } = useQuery({
    queryKey: ['decisions', meetingId],
    queryFn: ({ signal }) => listDecisions(meetingId, signal),
    refetchInterval: live ? 5_000 : false,
  });
  if (!data || data.length === 0) return null;
  return (
    <Card title="Decisions">
      <ol className="divide-y divide-line">
        {data.map(({ id, text, recordedBy, createdAtMs }) => (
          <li key={id} className="px-5 py-3.5">
            <p className="break-words">{text}</p>
            <p className="mt-0.5 text-ink-faint text-sm">
              {formatClock(createdAtMs)}
              {recordedBy && `, approved by ${recordedBy}`}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
