import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { CreateShare } from '../../../../lib/shares.ts';
import { Spinner } from '../../ui/Spinner.tsx';
import { createShare, listShares, withdrawShare } from '../api/shares.ts';
import { ShareForm } from './ShareForm.tsx';
import { ShareRow } from './ShareRow.tsx';

/** Makes links to a meeting and shows those that there are. */
export function ShareDialog({ meetingId, onClose }: { meetingId: string; onClose(): void }) {
  const queries = useQueryClient();
  const queryKey = ['meetings', 'shares', meetingId];
  const list = useQuery({ queryKey, queryFn: ({ signal }) => listShares(meetingId, signal) });
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
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/50" />
        <Dialog.Content className="fixed inset-x-3 top-1/2 z-50 mx-auto flex max-h-[92dvh] max-w-lg -translate-y-1/2 flex-col overflow-y-auto rounded-2xl bg-surface p-5 shadow-card sm:p-6">
          <div className="flex items-start justify-between gap-4">
            <Dialog.Title className="font-semibold text-lg">Share by link</Dialog.Title>
            <Dialog.Close
              aria-label="Close"
              className="-mt-1 inline-flex size-9 shrink-0 items-center justify-center rounded-lg text-ink-soft hover:bg-sunken"
            >
              <X aria-hidden size={18} />
            </Dialog.Close>
          </div>
          <Dialog.Description className="mt-1 text-ink-soft text-sm">
            Whoever has the link sees what you choose, without an account, until it expires or you withdraw
            it.
          </Dialog.Description>
          <div className="mt-5">
            <ShareForm busy={create.isPending} onCreate={(share) => create.mutateAsync(share)} />
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
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
