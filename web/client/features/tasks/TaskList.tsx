import type { TaskView } from '../../../../lib/task-messages.ts';
import { TaskRow } from './TaskRow.tsx';

interface TaskListProps {
  tasks: TaskView[];
  /** The title of its meeting stands at each, as a link. */
  withMeeting: boolean;
}

export function TaskList({ tasks, withMeeting }: TaskListProps) {
  return (
    <ul className="divide-y divide-line">
      {tasks.map((task) => (
        <TaskRow key={task.id} task={task} withMeeting={withMeeting} />
      ))}
    </ul>
  );
}
