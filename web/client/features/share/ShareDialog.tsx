import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CreateShare } from '../../../../lib/shares.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { listRecordings } from '../api/recordings.ts';
import { createShare, listShares, withdrawShare } from '../api/shares.ts';
import { useLines } from '../lines/useLines.ts';
import { useSummary } from '../summary/useSummary.ts';
import { ShareForm } from './ShareForm.tsx';
import { ShareRow } from './ShareRow.tsx';
import { listTopicSpans } from './share-span.ts';

/** Makes links to a meeting and shows those that there are. */
export function ShareDialog({ meetingId, onClose }: { meetingId: string; onClose(): void }) {
  const queries = useQueryClient();
  const queryKey = ['meetings', 'shares', meetingId];
  const list = useQuery({ queryKey, queryFn: ({ signal }) => listShares(meetingId, signal) });
  const recordings = useQuery({
    queryKey: ['meetings', 'recordings', meetingId],
    queryFn: ({ signal }) => listRecordings(meetingId, signal),
  });
  const withPicture = recordings.data?.some(({ picture }) => picture?.parts.some(({ url }) => url)) ?? false;
  const said = useLines(meetingId).data?.lines;
  const lines = useMemo(() => said?.filter(({ kind }) => kind === 'speech') ?? [], [said]);
  const summary = useSummary(meetingId).data?.summary;
  const topics = useMemo(() => listTopicSpans(summary?.content.topics ?? [], lines), [summary, lines]);
  const onSuccess = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey }),
      queries.invalidateQueries({ queryKey: ['meetings', 'access-log', meetingId] }),
    ]);
  const create = useMutation({
    mutationFn: (share: CreateShare) => createShare(meetingId, share),
    onSuccess,
  });
  const withdraw = useMutation({ mutationFn: (id: string) => withdrawShare(meetingId, id), onSuccess });
  const error = create.error ?? withdraw.error ?? list.error;
  return (
    <DialogFrame
      title="Share by link"
      description="Whoever has the link sees what you choose, without an account, until it expires or you withdraw it."
      onClose={onClose}
    >
      <div className="mt-5">
        <ShareForm
          withPicture={withPicture}
          busy={create.isPending}
          lines={lines}
          topics={topics}
          onCreate={(share) => create.mutateAsync(share)}
        />
      </div>
      {error && (
        <p role="alert" className="mt-4 rounded-xl bg-danger-soft px-4 py-3 text-danger text-sm">
          {error.message}
        </p>
      )}
      <h3 className="mt-6 mb-1 font-medium text-ink-soft text-sm">Links</h3>
      {list.isPending && <Spinner />}
      {list.data?.length === 0 && <p className="py-2 text-ink-faint text-sm">None yet.</p>}
      <ul aria-label="Links" className="divide-y divide-line">
        {list.data?.map((share) => (
          <ShareRow
            key={share.id}
            share={share}
            busy={withdraw.isPending && withdraw.variables === share.id}
            onWithdraw={() => withdraw.mutate(share.id)}
          />
        ))}
      </ul>
    </DialogFrame>
  );
}
