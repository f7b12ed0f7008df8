import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ChangeTask, TaskView } from '../../../../lib/task-messages.ts';
import { say } from '../../ui/say.ts';
import { changeTask } from '../api/tasks.ts';

interface Change {
  task: TaskView;
  change: ChangeTask;
}

/** Changes tasks: shown at once, taken back when it fails. Ticks and removals are undone by one more click. */
export function useChangeTask(): (task: TaskView, change: ChangeTask) => void {
  const queries = useQueryClient();
  const show = (id: string, change: ChangeTask) =>
    queries.setQueriesData<TaskView[]>({ queryKey: ['tasks'] }, (tasks) =>
      tasks?.map((task) => (task.id === id ? { ...task, ...change } : task)),
    );
  const { mutate } = useMutation({
    mutationFn: ({ task, change }: Change) => changeTask(task, change),
    onMutate: ({ task, change }) => void show(task.id, change),
    onSuccess: (_, { task, change }) => {
      const text = describeChange(task, change);
      if (!text) return;
      const undo = () => mutate({ task, change: { done: task.done, removed: task.removed } });
      void say({ text, key: task.id, undo });
    },
    onError: (error, { task }) => {
      const { text, owner, due, done, removed } = task;
      show(task.id, { text, owner, due, done, removed });
      void say({ text: error.message, key: task.id, isError: true });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['tasks'] }),
  });
  return (task, change) => mutate({ task, change });
}

/** Null for what shows by itself. */
function describeChange({ text, done, removed }: TaskView, change: ChangeTask): string | null {
  if (change.removed !== undefined && change.removed !== removed) {
    return change.removed ? `Removed: ${text}` : `Brought back: ${text}`;
  }
  if (change.done !== undefined && change.done !== done)
    return change.done ? `Done: ${text}` : `Open again: ${text}`;
  return null;
}
