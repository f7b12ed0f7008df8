import { useQuery } from '@tanstack/react-query';
import { Spinner } from '../../ui/Spinner.tsx';
import { listMeetingTasks } from '../api/tasks.ts';
import { Card } from '../meetings/Card.tsx';
import { TaskList } from './TaskList.tsx';

/** What people of one meeting have to do. */
export function MeetingTasks({ meetingId, live }: { meetingId: string; live: boolean }) {
  const found = useQuery({
    queryKey: ['tasks', meetingId],
    queryFn: ({ signal }) => listMeetingTasks(meetingId, signal),
    refetchInterval: live ? 5_000 : false,
  });
  return (
    <Card title="Tasks">
      {found.isPending && (
        <p role="status" className="flex items-center gap-2 px-5 py-6 text-ink-soft text-sm">
          <Spinner /> Looking for tasks
        </p>
      )}
      {found.error && !found.data && (
        <p role="alert" className="px-5 py-6 text-danger text-sm">
          {found.error.message}
        </p>
      )}
      {found.data?.length === 0 && (
        <p className="px-5 py-6 text-ink-soft text-sm">
          {live ? 'No tasks yet.' : 'No tasks came out of this meeting.'}
        </p>
      )}
      {found.data && found.data.length > 0 && <TaskList tasks={found.data} withMeeting={false} />}
    </Card>
  );
}
