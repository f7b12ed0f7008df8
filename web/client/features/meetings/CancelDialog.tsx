import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MeetingDetails } from '../../../../lib/planning.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { cancelMeeting, cancelOccurrence } from '../api/planning.ts';
import { formatDay } from './format-when.ts';

interface CancelDialogProps {
  meeting: MeetingDetails['meeting'];
  open: boolean;
  onOpenChange(open: boolean): void;
}

/** Asks before a meeting is called off; of a series, which: this one, or all that is to come. */
export function CancelDialog({ meeting: { id, recurs, atMs }, open, onOpenChange }: CancelDialogProps) {
  const [which, setWhich] = useState<'one' | 'all'>(recurs ? 'one' : 'all');
  const queries = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => (which === 'one' ? cancelOccurrence(id) : cancelMeeting(id)),
    onSuccess: async () => {
      onOpenChange(false);
      await queries.invalidateQueries({ queryKey: ['meetings'] });
    },
  });
  const choices = [
    { value: 'one', label: `Only this one (${formatDay(atMs, Date.now())})` },
    { value: 'all', label: 'This one and all that follow' },
  ] as const;
  return (
    <ConfirmDialog
      open={open}
      title={recurs ? 'Cancel which meetings?' : 'Cancel this meeting?'}
      confirmLabel="Yes, cancel"
      dismissLabel={recurs ? 'Keep them' : 'Keep it'}
      busy={cancel.isPending}
      onConfirm={() => cancel.mutate()}
      onOpenChange={onOpenChange}
    >
      {recurs && (
        <span className="mb-3 flex flex-col text-ink">
          {choices.map(({ value, label }) => (
            <label key={value} className="inline-flex min-h-9 items-center gap-2.5">
              <input
                type="radio"
                name="which"
                checked={which === value}
                onChange={() => setWhich(value)}
                className="size-4.5 accent-accent"
              />
              {label}
            </label>
          ))}
        </span>
      )}
      {cancel.error?.message ??
        'People who were invited by mail are told, and it leaves their calendars. This cannot be taken back.'}
    </ConfirmDialog>
  );
}
