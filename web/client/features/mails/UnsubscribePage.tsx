import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { MailCheck, MailX } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { HomeLink } from '../../ui/HomeLink.tsx';
import { LoadingPage } from '../../ui/LoadingPage.tsx';
import { MessagePage } from '../../ui/MessagePage.tsx';
import { useTitle } from '../../ui/useTitle.ts';
import { getSubscription, setSubscribed } from '../api/mail-links.ts';
import { LinkProblem } from './LinkProblem.tsx';

/** `/unsubscribe#token`: the other end of the link in a summary mail. Opening it changes nothing. */
export function UnsubscribePage() {
  useTitle('Mails with summaries');
  const token = useLocation().hash;
  const queries = useQueryClient();
  const queryKey = ['subscription', token];
  const found = useQuery({ queryKey, queryFn: ({ signal }) => getSubscription(token, signal) });
  const change = useMutation({
    mutationFn: (subscribed: boolean) => setSubscribed(token, subscribed),
    onSuccess: (subscription) => queries.setQueryData(queryKey, subscription),
  });
  const error = found.error ?? change.error;
  if (error) {
    const retry = () => {
      change.reset();
      void found.refetch();
    };
    return <LinkProblem error={error} busy={found.isFetching} onRetry={retry} />;
  }
  if (!found.data) return <LoadingPage label="Looking up your address" />;
  const { address, subscribed } = found.data;
  return (
    <MessagePage
      key={String(subscribed)}
      icon={subscribed ? <MailCheck aria-hidden size={26} /> : <MailX aria-hidden size={26} />}
      title={subscribed ? 'Summaries come to you by mail' : 'You get no more summaries by mail'}
      actions={
        <>
          <Button
            look={subscribed ? 'primary' : 'quiet'}
            busy={change.isPending}
            onClick={() => change.mutate(!subscribed)}
          >
            {subscribed ? 'Send me no more' : 'Send them again'}
          </Button>
          <HomeLink>Go to the start</HomeLink>
        </>
      }
    >
      {subscribed
        ? `After a meeting, ${address} gets its summary.`
        : `${address} gets none after any meeting here. Invitations still come.`}
    </MessagePage>
  );
}
