import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { MeetingDetails } from '../../../../lib/planning.ts';
import { Button } from '../../ui/Button.tsx';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { moveOccurrence } from '../api/planning.ts';
import { localParts } from './plan-draft.ts';
import { FormProblem, WhenFields } from './WhenFields.tsx';

interface MoveDialogProps {
  meeting: MeetingDetails['meeting'];
  onClose(): void;
}

/** Another time for one meeting of a series. */
export function MoveDialog({ meeting: { id, scheduledAtMs, atMs, timeZone }, onClose }: MoveDialogProps) {
  const zone = timeZone ?? 'UTC';
  const [when, setWhen] = useState(() => ({
    ...localParts(new Date(scheduledAtMs ?? atMs), zone),
    fold: null as 'earlier' | 'later' | null,
  }));
  const queries = useQueryClient();
  const move = useMutation({
    mutationFn: () => {
      const { fold, ...moment } = when;
      return moveOccurrence(id, { ...moment, ...(fold ? { fold } : {}) });
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['meetings'] });
      onClose();
    },
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    move.mutate();
  };
  return (
    <DialogFrame
      title="Move this one meeting"
      description={`The others of the series stay as they are. People who were invited by mail hear of it. Times are in ${zone.replaceAll('_', ' ')}.`}
      width="narrow"
      closedBy="own"
      onClose={onClose}
    >
      <form onSubmit={onSubmit} className="mt-5 flex flex-col gap-5">
        <WhenFields
          when={when}
          error={move.error}
          onChange={(change) => setWhen((before) => ({ ...before, ...change }))}
        />
        <FormProblem error={move.error} />
        <div className="flex flex-col-reverse gap-3 sm:flex-row sm:justify-end">
          <Button onClick={onClose}>Back</Button>
          <Button type="submit" look="primary" busy={move.isPending}>
            Move it
          </Button>
        </div>
      </form>
    </DialogFrame>
  );
}
