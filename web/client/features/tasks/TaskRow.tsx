import { Link } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import type { TaskView } from '../../../../lib/task-messages.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { classNames } from '../../ui/class-names.ts';
import { dueLabel, localDay } from './due-label.ts';
import { useChangeTask } from './useChangeTask.ts';

interface TaskRowProps {
  task: TaskView;
  /** The title of its meeting stands there, as a link. */
  withMeeting: boolean;
  /** For those who may not tick it. */
  readOnly?: boolean;
  /** Where it was said. */
  links?: ReactNode;
  /** What else can be done with it. */
  actions?: ReactNode;
}

export function TaskRow({ task, withMeeting, readOnly = false, links, actions }: TaskRowProps) {
  const id = useId();
  const change = useChangeTask();
  const due = task.due === null ? null : dueLabel(task.due, localDay(new Date()));
  return (
    <li className="flex items-start gap-3.5 px-5 py-3.5">
      <Checkbox id={id} checked={task.done} disabled={readOnly} onChange={(done) => change(task, { done })} />
      <div className="min-w-0 flex-1">
        <label
          htmlFor={id}
          className={classNames('block break-words', task.done && 'text-ink-faint line-through')}
        >
          {task.text}
        </label>
        <div className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-ink-faint text-sm">
          <span>{task.mine ? 'You' : (task.owner ?? 'Nobody named')}</span>
          {due && !task.done && <span className={classNames(due.late && 'text-danger')}>{due.text}</span>}
          {withMeeting && (
            <Link to="/meetings/$id" params={{ id: task.meetingId }} className="underline hover:text-ink">
              {task.meetingTitle}
            </Link>
          )}
          {links}
        </div>
      </div>
      {actions}
    </li>
  );
}
