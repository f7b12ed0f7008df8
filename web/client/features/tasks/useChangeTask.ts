import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import type { TaskView } from '../../../../lib/task-messages.ts';
import { changeTask } from '../api/tasks.ts';

/** Marks tasks as done or open: shown at once, taken back when it fails, and undone by one more click. */
export function useChangeTask(): (task: TaskView, done: boolean) => void {
  const queries = useQueryClient();
  const show = (id: string, done: boolean) =>
    queries.setQueriesData<TaskView[]>({ queryKey: ['tasks'] }, (tasks) =>
      tasks?.map((task) => (task.id === id ? { ...task, done } : task)),
    );
  const { mutate } = useMutation({
    mutationFn: ({ task, done }: { task: TaskView; done: boolean }) => changeTask(task, { done }),
    onMutate: ({ task, done }) => void show(task.id, done),
    onSuccess: (_, { task, done }) => {
      toast(done ? `Done: ${task.text}` : `Open again: ${task.text}`, {
        id: task.id,
        action: { label: 'Undo', onClick: () => mutate({ task, done: !done }) },
      });
    },
    onError: (error, { task, done }) => {
      show(task.id, !done);
      toast.error(error.message, { id: task.id });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['tasks'] }),
  });
  return (task, done) => mutate({ task, done });
}
