import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import type { ChangeTask, TaskView } from '../../../../lib/task-messages.ts';
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
      const words = describeChange(task, change);
      if (!words) return;
      const undo = () => mutate({ task, change: { done: task.done, removed: task.removed } });
      toast(words, { id: task.id, action: { label: 'Undo', onClick: undo } });
    },
    onError: (error, { task }) => {
      const { text, owner, due, done, removed } = task;
      show(task.id, { text, owner, due, done, removed });
      toast.error(error.message, { id: task.id });
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
