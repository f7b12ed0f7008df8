import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { CloudOff, Link2Off } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { LoadingPage } from '../../ui/LoadingPage.tsx';
import { MessagePage } from '../../ui/MessagePage.tsx';
import { useTitle } from '../../ui/useTitle.ts';
import { readLinkToken } from '../accounts/read-link-token.ts';
import { isApiError } from '../api/api-error.ts';
import { openShare } from '../api/shares.ts';
import { SharedMeeting } from './SharedMeeting.tsx';

/** `/s#secret`: the parts of a meeting that somebody shared. */
export function SharedMeetingPage() {
  const secret = readLinkToken(useLocation({ select: ({ hash }) => hash }));
  const opened = useQuery({
    queryKey: ['share', secret],
    queryFn: ({ signal }) => openShare(secret ?? '', signal),
    enabled: secret !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  useTitle(opened.data?.meeting.title ?? 'Shared meeting');
  if (opened.data) return <SharedMeeting shared={opened.data} />;
  if (secret !== null && !opened.error) return <LoadingPage label="Opening the meeting" />;
  if (secret === null || isApiError(opened.error, 'not_found') || isApiError(opened.error, 'share_over')) {
    return (
      <MessagePage icon={<Link2Off aria-hidden size={26} />} title="This link shows nothing">
        {opened.error?.message ?? 'A part of it is missing.'} Ask whoever sent it to you for a new one.
      </MessagePage>
    );
  }
  return (
    <MessagePage
      icon={<CloudOff aria-hidden size={26} />}
      title="The meeting cannot be shown now"
      actions={
        <Button look="primary" busy={opened.isFetching} onClick={() => void opened.refetch()}>
          Try again
        </Button>
      }
    >
      {opened.error?.message}
    </MessagePage>
  );
}
