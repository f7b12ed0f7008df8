import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ChangeDecision, DecisionView } from '../../../../lib/task-messages.ts';
import { say } from '../../ui/say.ts';
import { addDecision, changeDecision, listDecisions, listRemovedDecisions } from '../api/tasks.ts';

export interface Decisions {
  /** Undefined while they are loading. */
  there: DecisionView[] | undefined;
  removed: DecisionView[];
  error: Error | null;
  add(text: string): void;
  change(decision: DecisionView, change: ChangeDecision): void;
}

/** Decisions of a meeting, and what a person makes of them. */
export function useDecisions(meetingId: string, mayCorrect: boolean): Decisions {
  const queries = useQueryClient();
  const key = ['decisions', meetingId];
  const there = useQuery({ queryKey: key, queryFn: ({ signal }) => listDecisions(meetingId, signal) });
  const removed = useQuery({
    queryKey: [...key, 'removed'],
    queryFn: ({ signal }) => listRemovedDecisions(meetingId, signal),
    enabled: mayCorrect,
  });
  const onSettled = () => queries.invalidateQueries({ queryKey: key });
  const add = useMutation({ mutationFn: (text: string) => addDecision(meetingId, { text }), onSettled });
  const change = useMutation({
    mutationFn: ({ decision, change }: { decision: DecisionView; change: ChangeDecision }) =>
      changeDecision(meetingId, decision.id, change),
    onSuccess: (_, { decision, change: { removed: isRemoved } }) => {
      if (!isRemoved) return;
      const undo = () => change.mutate({ decision, change: { removed: false } });
      void say({ text: `Removed: ${decision.text}`, key: decision.id, undo });
    },
    onSettled,
  });
  return {
    there: there.data,
    removed: removed.data ?? [],
    error: there.error ?? add.error ?? change.error,
    add: (text) => add.mutate(text),
    change: (decision, values) => change.mutate({ decision, change: values }),
  };
}
