import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Dialog } from 'radix-ui';
import { type FormEvent, useState } from 'react';
import type { MeetingDetails } from '../../../../lib/planning.ts';
import { Button } from '../../ui/Button.tsx';
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
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/50" />
        <Dialog.Content className="fixed inset-x-4 top-1/2 z-50 mx-auto max-h-[92dvh] max-w-md -translate-y-1/2 overflow-y-auto rounded-2xl bg-surface p-6 shadow-card">
          <Dialog.Title className="font-semibold text-lg">Move this one meeting</Dialog.Title>
          <Dialog.Description className="mt-2 text-ink-soft">
            The others of the series stay as they are. People who were invited by mail hear of it. Times are
            in {zone.replaceAll('_', ' ')}.
          </Dialog.Description>
          <form onSubmit={onSubmit} className="mt-5 flex flex-col gap-5">
            <WhenFields
              when={when}
              error={move.error}
              onChange={(change) => setWhen((before) => ({ ...before, ...change }))}
            />
            <FormProblem error={move.error} />
            <div className="flex flex-col-reverse gap-3 sm:flex-row sm:justify-end">
              <Dialog.Close asChild>
                <Button>Back</Button>
              </Dialog.Close>
              <Button type="submit" look="primary" busy={move.isPending}>
                Move it
              </Button>
            </div>
          </form>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
