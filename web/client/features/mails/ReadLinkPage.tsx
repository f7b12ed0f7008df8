import { useQuery } from '@tanstack/react-query';
import { Navigate, useLocation } from '@tanstack/react-router';
import { LoadingPage } from '../../ui/LoadingPage.tsx';
import { useTitle } from '../../ui/useTitle.ts';
import { openReadLink } from '../api/mail-links.ts';
import { LinkProblem } from './LinkProblem.tsx';

/** `/read#token`: from the link in a summary mail to the page of its meeting, without an account. */
export function ReadLinkPage() {
  useTitle('Meeting');
  const token = useLocation().hash;
  const opened = useQuery({
    queryKey: ['read-link', token],
    queryFn: () => openReadLink(token),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (opened.data) return <Navigate to="/meetings/$id" params={{ id: opened.data }} replace />;
  if (!opened.error) return <LoadingPage label="Opening the meeting" />;
  return <LinkProblem error={opened.error} busy={opened.isFetching} onRetry={() => void opened.refetch()} />;
}
