import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { MeetingKeep, Retention } from '../../../../lib/retention.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { deleteMeeting, getRetention, setRetention } from '../api/keeping.ts';
import { Card } from '../meetings/Card.tsx';
import { formatDay } from '../meetings/format-when.ts';
import { dayOptions, describeDays, readKeep } from './keep-options.ts';

interface RetentionCardProps {
  meetingId: string;
  /** May choose, and delete. */
  mayEdit: boolean;
}

/** How long a meeting that is over is kept. */
export function RetentionCard({ meetingId, mayEdit }: RetentionCardProps) {
  const queries = useQueryClient();
  const queryKey = ['meetings', 'retention', meetingId];
  const { data, error } = useQuery({ queryKey, queryFn: ({ signal }) => getRetention(meetingId, signal) });
  const change = useMutation({
    mutationFn: (keep: MeetingKeep) => setRetention(meetingId, keep),
    onSuccess: async (retention) => {
      queries.setQueryData(queryKey, retention);
      await queries.invalidateQueries({ queryKey: ['meetings', 'access-log', meetingId] });
    },
  });
  const problem = error ?? change.error;
  return (
    <Card title="How long it is kept">
      <div className="flex flex-col gap-4 px-5 py-4">
        {!data && !error && <Spinner />}
        {data && mayEdit && (
          <SelectField
            label="Kept"
            value={String(change.isPending ? change.variables : data.keep)}
            options={keepOptions(data)}
            disabled={change.isPending}
            onChange={(value) => change.mutate(readKeep(value))}
          />
        )}
        {data && (
          <p role="status" className="text-ink-soft text-sm">
            {describeEnd(data.deletesAtMs, Date.now())}
          </p>
        )}
        {problem && (
          <p role="alert" className="text-danger text-sm">
            {problem.message}
          </p>
        )}
        {mayEdit && <DeleteMeeting meetingId={meetingId} />}
      </div>
    </Card>
  );
}

function describeEnd(deletesAtMs: number | null, nowMs: number): string {
  if (deletesAtMs === null) return 'It is kept until somebody deletes it.';
  const when = deletesAtMs <= nowMs ? 'within the hour' : `on ${formatDay(deletesAtMs, nowMs)}`;
  return `It is deleted ${when}, with its recordings and every copy.`;
}

function keepOptions({ keep, workspaceKeepDays }: Retention) {
  const usual = workspaceKeepDays === null ? 'for ever' : describeDays(workspaceKeepDays);
  return [
    { value: 'workspace', label: `As usual here: ${usual}` },
    ...dayOptions(typeof keep === 'number' ? keep : null),
    { value: 'forever', label: 'For ever' },
  ];
}

function DeleteMeeting({ meetingId }: { meetingId: string }) {
  const [asking, setAsking] = useState(false);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => deleteMeeting(meetingId),
    onSuccess: async () => {
      await navigate({ to: '/' });
      await queries.invalidateQueries({ queryKey: ['meetings'] });
    },
  });
  return (
    <>
      <Button look="dangerQuiet" onClick={() => setAsking(true)} className="self-start">
        <Trash2 aria-hidden size={16} />
        Delete this meeting
      </Button>
      <ConfirmDialog
        open={asking}
        title="Delete this meeting for good?"
        confirmLabel="Delete it"
        dismissLabel="Keep it"
        busy={remove.isPending}
        onConfirm={() => remove.mutate()}
        onOpenChange={setAsking}
      >
        {remove.error?.message ??
          'Transcript, summary, tasks, recordings and links are deleted for everyone who was there. Mails that were sent stay with whoever got them. This cannot be taken back.'}
      </ConfirmDialog>
    </>
  );
}
