import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from '@tanstack/react-router';
import { CloudOff, Hourglass, TicketX, UserX } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { HomeLink } from '../../ui/HomeLink.tsx';
import { LoadingPage } from '../../ui/LoadingPage.tsx';
import { MessagePage } from '../../ui/MessagePage.tsx';
import { useTitle } from '../../ui/useTitle.ts';
import { ApiError } from '../api/api-error.ts';
import { acceptInvitation } from '../api/planning.ts';

const refusals: Record<string, { icon: ReactNode; title: string }> = {
  invitation_unknown: { icon: <TicketX aria-hidden size={26} />, title: 'This is not a valid invitation' },
  invitation_expired: { icon: <Hourglass aria-hidden size={26} />, title: 'This invitation has expired' },
  invitation_revoked: { icon: <UserX aria-hidden size={26} />, title: 'This invitation was withdrawn' },
  invitation_used: { icon: <TicketX aria-hidden size={26} />, title: 'This invitation is used up' },
};

/** `/i/:token`: from an invitation's link to the lobby of its meeting. */
export function AcceptInvitationPage() {
  useTitle('Invitation');
  const { token } = useParams({ from: '/i/$token' });
  const opened = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => acceptInvitation(token),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (opened.data) return <Navigate to="/m/$code" params={{ code: opened.data.code }} replace />;
  if (!opened.error) return <LoadingPage label="Opening your invitation" />;
  const refusal = opened.error instanceof ApiError ? refusals[opened.error.code] : undefined;
  if (refusal) {
    return (
      <MessagePage icon={refusal.icon} title={refusal.title} actions={<HomeLink>Back to the start</HomeLink>}>
        {opened.error.message}
      </MessagePage>
    );
  }
  return (
    <MessagePage
      icon={<CloudOff aria-hidden size={26} />}
      title="Parley cannot be reached"
      actions={
        <Button look="primary" busy={opened.isFetching} onClick={() => void opened.refetch()}>
          Try again
        </Button>
      }
    >
      {opened.error.message}
    </MessagePage>
  );
}
