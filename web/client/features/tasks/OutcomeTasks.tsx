import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { lazy, useState } from 'react';
import type { TaskView } from '../../../../lib/task-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { useAfterMeeting } from '../after/after-context.ts';
import { LineLinks } from '../after/LineLinks.tsx';
import { Section } from '../after/Section.tsx';
import { addTask, listMeetingTasks, listRemovedTasks } from '../api/tasks.ts';
import { RemovedItems } from './RemovedItems.tsx';
import { RowActions } from './RowActions.tsx';
import { TaskCalendarLink } from './TaskCalendarLink.tsx';
import { TaskRow } from './TaskRow.tsx';
import { useChangeTask } from './useChangeTask.ts';

const TaskForm = lazy(async () => ({ default: (await import('./TaskForm.tsx')).TaskForm }));

const nothing = { text: '', owner: null, due: null };

/** What people of a meeting that is over have to do: ticked, corrected, added, taken away. `growing`: more may be found. */
export function OutcomeTasks({ growing }: { growing: boolean }) {
  const { meetingId, mayCorrect, people } = useAfterMeeting();
  const queries = useQueryClient();
  const change = useChangeTask();
  const [isAdding, setAdding] = useState(false);
  const there = useQuery({
    queryKey: ['tasks', meetingId],
    queryFn: ({ signal }) => listMeetingTasks(meetingId, signal),
  });
  const removed = useQuery({
    queryKey: ['tasks', meetingId, 'removed'],
    queryFn: ({ signal }) => listRemovedTasks(meetingId, signal),
    enabled: mayCorrect,
  });
  const add = useMutation({
    mutationFn: (task: Parameters<typeof addTask>[1]) => addTask(meetingId, task),
    onSuccess: () => setAdding(false),
    onSettled: () => queries.invalidateQueries({ queryKey: ['tasks'] }),
  });
  const tasks = there.data?.filter((task) => !task.removed) ?? [];
  const error = there.error ?? add.error;
  return (
    <Section
      title="Tasks"
      action={
        mayCorrect && (
          <Button look="plain" onClick={() => setAdding(true)} disabled={isAdding}>
            <Plus aria-hidden size={16} /> Add
          </Button>
        )
      }
    >
      {error && (
        <p role="alert" className="mb-3 text-danger text-sm">
          {error.message}
        </p>
      )}
      {there.data && tasks.length === 0 && !isAdding && !growing && (
        <p className="text-ink-soft">No tasks came out of this meeting.</p>
      )}
      {(tasks.length > 0 || isAdding) && (
        <ul className="divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface">
          {tasks.map((task) => (
            <OutcomeTask key={task.id} task={task} onChange={change} />
          ))}
          {isAdding && (
            <li>
              <LazyPart>
                <TaskForm
                  initial={nothing}
                  people={people}
                  saveLabel="Add"
                  onSave={(task) => add.mutate(task)}
                  onCancel={() => setAdding(false)}
                />
              </LazyPart>
            </li>
          )}
        </ul>
      )}
      <TaskCalendarLink tasks={tasks} href={`/api/meetings/${encodeURIComponent(meetingId)}/tasks.ics`} />
      <RemovedItems
        items={(removed.data ?? []).filter((task) => task.removed)}
        onRestore={(id) => {
          const task = removed.data?.find((each) => each.id === id);
          if (task) change(task, { removed: false });
        }}
      />
    </Section>
  );
}

interface OutcomeTaskProps {
  task: TaskView;
  onChange: ReturnType<typeof useChangeTask>;
}

function OutcomeTask({ task, onChange }: OutcomeTaskProps) {
  const { mayCorrect, people } = useAfterMeeting();
  const [isOpen, setOpen] = useState(false);
  if (isOpen) {
    return (
      <li>
        <LazyPart>
          <TaskForm
            initial={task}
            people={people}
            saveLabel="Save"
            onSave={(change) => {
              onChange(task, change);
              setOpen(false);
            }}
            onCancel={() => setOpen(false)}
          />
        </LazyPart>
      </li>
    );
  }
  return (
    <TaskRow
      task={task}
      withMeeting={false}
      readOnly={!mayCorrect}
      links={<LineLinks lines={task.lines} />}
      actions={
        mayCorrect && (
          <RowActions
            what={task.text}
            onEdit={() => setOpen(true)}
            onRemove={() => onChange(task, { removed: true })}
          />
        )
      }
    />
  );
}
