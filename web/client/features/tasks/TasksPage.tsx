import { useQuery } from '@tanstack/react-query';
import { CloudOff, ListChecks } from 'lucide-react';
import { useState } from 'react';
import type { ListTasksQuery } from '../../../../lib/task-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { SettingsPage } from '../accounts/SettingsPage.tsx';
import { listTasks } from '../api/tasks.ts';
import { TaskCalendarLink } from './TaskCalendarLink.tsx';
import { TaskList } from './TaskList.tsx';

/** `/tasks`: what is to be done, over all meetings. */
export function TasksPage() {
  return (
    <SettingsPage title="Tasks" lead="What came up in your meetings and somebody approved as a task.">
      {() => <Tasks />}
    </SettingsPage>
  );
}

function Tasks() {
  const [whose, setWhose] = useState<ListTasksQuery['whose']>('mine');
  const [done, setDone] = useState<ListTasksQuery['done']>('false');
  const found = useQuery({
    queryKey: ['tasks', 'all', whose, done],
    queryFn: ({ signal }) => listTasks({ whose, done }, signal),
    refetchInterval: 30_000,
  });
  return (
    <>
      <div className="flex flex-wrap gap-3">
        <Tabs<ListTasksQuery['whose']>
          label="Whose tasks"
          value={whose}
          onChange={setWhose}
          options={[
            { value: 'mine', label: 'Mine' },
            { value: 'all', label: 'Everyone’s' },
          ]}
        />
        <Tabs<ListTasksQuery['done']>
          label="Open or done"
          value={done}
          onChange={setDone}
          options={[
            { value: 'false', label: 'Open' },
            { value: 'true', label: 'Done' },
          ]}
        />
      </div>
      <section aria-label="List of tasks" aria-busy={found.isFetching}>
        {found.isPending && (
          <p role="status" className="flex items-center justify-center gap-3 py-16 text-ink-soft">
            <Spinner /> Looking for tasks
          </p>
        )}
        {found.error && !found.data && (
          <div role="alert" className="flex flex-col items-center gap-4 py-16 text-ink-soft">
            <CloudOff aria-hidden size={26} />
            {found.error.message}
            <Button onClick={() => void found.refetch()}>Try again</Button>
          </div>
        )}
        {found.data?.length === 0 && <NoTasks done={done === 'true'} />}
        {found.data && found.data.length > 0 && (
          <div className="overflow-hidden rounded-2xl border border-line bg-surface">
            <TaskList tasks={found.data} withMeeting />
          </div>
        )}
        <TaskCalendarLink tasks={found.data ?? []} href={`/api/tasks/calendar.ics?whose=${whose}`} />
      </section>
    </>
  );
}

function NoTasks({ done }: { done: boolean }) {
  return (
    <div className="flex flex-col items-center rounded-2xl border border-line border-dashed px-6 py-16 text-center">
      <span className="mb-4 flex size-12 items-center justify-center rounded-2xl bg-accent-soft text-accent">
        <ListChecks aria-hidden size={24} />
      </span>
      <p className="font-medium">{done ? 'Nothing is done yet' : 'Nothing to do'}</p>
      <p className="mt-1 max-w-sm text-pretty text-ink-soft text-sm">
        In a meeting, ask the AI participant to note a task: who does what by when. Once somebody approves it,
        it is listed here.
      </p>
    </div>
  );
}
