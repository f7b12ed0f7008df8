import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Earlier } from '../../../../lib/earlier.ts';
import { writeLineRef } from '../../../../lib/line-messages.ts';
import type { TaskView } from '../../../../lib/task-messages.ts';
import { getEarlier } from '../api/earlier.ts';
import { listMeetingTasks } from '../api/tasks.ts';
import { Card } from '../meetings/Card.tsx';
import { formatDay } from '../meetings/format-when.ts';
import { TaskRow } from '../tasks/TaskRow.tsx';

/** What to know before a meeting that continues another; nothing where it does not. */
export function EarlierCard({ meetingId }: { meetingId: string }) {
  const { data: earlier } = useQuery({
    queryKey: ['earlier', meetingId],
    queryFn: ({ signal }) => getEarlier(meetingId, signal),
  });
  if (!earlier) return null;
  const { meeting, overview, decisions, tasks, questions } = earlier;
  const isBare = overview === '' && decisions.length + tasks.length + questions.length === 0;
  return (
    <Card title="Last time">
      <div className="flex flex-col gap-6 px-5 py-5">
        <div className="flex max-w-prose flex-col gap-1.5">
          <Link
            to="/meetings/$id"
            params={{ id: meeting.id }}
            className="self-start break-words font-medium text-accent hover:underline"
          >
            <bdi>{meeting.title}</bdi>, {formatDay(meeting.atMs, Date.now())}
          </Link>
          <p className="break-words text-pretty">{isBare ? 'Nothing was noted of it.' : overview}</p>
        </div>
        <Cited title="Decided" meetingId={meeting.id} items={decisions} />
        {tasks.length > 0 && <OpenTasks meetingId={meeting.id} tasks={tasks} />}
        <Cited title="Open questions" meetingId={meeting.id} items={questions} />
      </div>
    </Card>
  );
}

/** Those that were open when the page was: what is ticked stays, to be taken back. */
function OpenTasks({ meetingId, tasks }: { meetingId: string; tasks: TaskView[] }) {
  const { data } = useQuery({
    queryKey: ['tasks', meetingId, 'open'],
    queryFn: async ({ signal }) => {
      const now = await listMeetingTasks(meetingId, signal);
      return now.filter(({ id }) => tasks.some((task) => task.id === id));
    },
    initialData: tasks,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Part title="Still to do">
      <ul className="-mx-5 divide-y divide-line border-line border-y">
        {data.map((task) => (
          <TaskRow
            key={task.id}
            task={task}
            withMeeting={false}
            links={<LineLink meetingId={meetingId} lines={task.lines} />}
          />
        ))}
      </ul>
    </Part>
  );
}

interface CitedProps {
  title: string;
  meetingId: string;
  items: { text: string; lines: Earlier['questions'][number]['lines'] }[];
}

function Cited({ title, meetingId, items }: CitedProps) {
  if (items.length === 0) return null;
  return (
    <Part title={title}>
      <ul className="flex max-w-prose list-disc flex-col gap-1.5 pl-5 marker:text-line-strong">
        {items.map(({ text, lines }) => (
          <li key={`${text} ${lines.map(writeLineRef).join()}`} className="break-words">
            {text} <LineLink meetingId={meetingId} lines={lines} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2.5">
      <h3 className="font-semibold text-ink-soft text-sm">{title}</h3>
      {children}
    </section>
  );
}

/** Leads to where it was said. */
function LineLink({
  meetingId,
  lines: [line],
}: Pick<CitedProps['items'][number], 'lines'> & { meetingId: string }) {
  if (!line) return null;
  return (
    <Link
      to="/meetings/$id"
      params={{ id: meetingId }}
      search={{ line: writeLineRef(line) }}
      className="whitespace-nowrap text-ink-faint text-sm underline hover:text-ink"
    >
      where it was said
    </Link>
  );
}
