import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { accessRequestLimits } from '../../../../lib/access-requests.ts';
import { Button } from '../../ui/Button.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { TextAreaField } from '../../ui/TextAreaField.tsx';
import { askAccess, getOwnAccessRequest } from '../api/access-requests.ts';
import { formatClock, formatDay } from '../meetings/format-when.ts';

/** Asks the hosts of a meeting, if there is one at this address, to show it. */
export function AskForAccess() {
  const { id } = useParams({ strict: false });
  return id ? <AskForMeeting meetingId={id} /> : null;
}

export function AskForMeeting({ meetingId }: { meetingId: string }) {
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const queryKey = ['access-request', meetingId];
  const own = useQuery({ queryKey, queryFn: ({ signal }) => getOwnAccessRequest(meetingId, signal) });
  const ask = useMutation({
    mutationFn: () => askAccess(meetingId, note),
    onSuccess: (answer) => queries.setQueryData(queryKey, answer),
  });
  if (own.isPending) return <Spinner />;
  const askedAtMs = own.data?.askedAtMs ?? null;
  if (askedAtMs !== null) {
    return (
      <div role="status" className="mt-6 rounded-2xl border border-line bg-surface px-5 py-4">
        <p className="font-semibold text-ink">You asked to see it</p>
        <p className="text-ink-faint text-sm tabular-nums">
          {formatDay(askedAtMs, Date.now())}, {formatClock(askedAtMs)}
        </p>
        <p className="mt-2">If a host lets you, you get a mail, and it stands in your list of meetings.</p>
      </div>
    );
  }
  const error = ask.error ?? own.error;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate();
  };
  return (
    <form onSubmit={onSubmit} className="mt-6 flex flex-col gap-3 text-left">
      <TextAreaField
        label="A note to the hosts, if you like"
        hint="They also see your name and your e-mail address."
        rows={3}
        maxLength={accessRequestLimits.note}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      {error && (
        <p role="alert" className="rounded-xl bg-danger-soft px-4 py-3 text-danger text-sm">
          {error.message}
        </p>
      )}
      <Button type="submit" look="primary" busy={ask.isPending}>
        Ask to see it
      </Button>
    </form>
  );
}
