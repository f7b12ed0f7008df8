import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CreateInvitations, MeetingSummary } from '../../../../lib/planning.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { createInvitations, listInvitations, withdrawInvitation } from '../api/planning.ts';
import { InvitationRow } from './InvitationRow.tsx';
import { InviteByLink, InviteByMail } from './InviteForms.tsx';

interface InviteDialogProps {
  meeting: Pick<MeetingSummary, 'id' | 'title'>;
  /** `apiToken` of a host who is in the room. */
  token?: string;
  onClose(): void;
}

/** Makes invitations and shows those that there are. */
export function InviteDialog({ meeting: { id, title }, token, onClose }: InviteDialogProps) {
  const [by, setBy] = useState<'mail' | 'link'>('mail');
  const queries = useQueryClient();
  const queryKey = ['meetings', 'invitations', id];
  const host = { meetingId: id, ...(token ? { token } : {}) };
  const list = useQuery({ queryKey, queryFn: ({ signal }) => listInvitations(host, signal) });
  const changed = () => queries.invalidateQueries({ queryKey });
  const invite = useMutation({
    mutationFn: (body: CreateInvitations) => createInvitations(host, body),
    onSuccess: changed,
  });
  const withdraw = useMutation({
    mutationFn: (invitationId: string) => withdrawInvitation(host, invitationId),
    onSuccess: changed,
  });
  const error = invite.error ?? withdraw.error ?? list.error;
  return (
    <DialogFrame title={`Invite to ${title}`} onClose={onClose}>
      <div className="mt-4">
        <Tabs<'mail' | 'link'>
          label="How"
          value={by}
          onChange={setBy}
          options={[
            { value: 'mail', label: 'By mail' },
            { value: 'link', label: 'By link' },
          ]}
        />
      </div>
      <div className="mt-4">
        {by === 'mail' ? (
          <InviteByMail busy={invite.isPending} onInvite={(body) => invite.mutateAsync(body)} />
        ) : (
          <InviteByLink busy={invite.isPending} onInvite={(body) => invite.mutateAsync(body)} />
        )}
      </div>
      {error && (
        <p role="alert" className="mt-4 rounded-xl bg-danger-soft px-4 py-3 text-danger text-sm">
          {error.message}
        </p>
      )}
      <h3 className="mt-6 mb-1 font-medium text-ink-soft text-sm">Invitations</h3>
      {list.isPending && <Spinner />}
      {list.data?.length === 0 && <p className="py-2 text-ink-faint text-sm">Nobody is invited yet.</p>}
      <ul aria-label="Invitations" className="divide-y divide-line">
        {list.data?.map((invitation) => (
          <InvitationRow
            key={invitation.id}
            invitation={invitation}
            busy={withdraw.isPending && withdraw.variables === invitation.id}
            onWithdraw={() => withdraw.mutate(invitation.id)}
          />
        ))}
      </ul>
    </DialogFrame>
  );
}
