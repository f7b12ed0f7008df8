import { useQuery } from '@tanstack/react-query';
import { Navigate, useLocation } from '@tanstack/react-router';
import { lazy } from 'react';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { LoadingPage } from '../../ui/LoadingPage.tsx';
import { useTitle } from '../../ui/useTitle.ts';
import { openReadLink } from '../api/mail-links.ts';

const LinkProblem = lazy(async () => ({ default: (await import('./LinkProblem.tsx')).LinkProblem }));

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
  const loading = <LoadingPage label="Opening the meeting" />;
  if (!opened.error) return loading;
  return (
    <LazyPart fallback={loading}>
      <LinkProblem error={opened.error} busy={opened.isFetching} onRetry={() => void opened.refetch()} />
    </LazyPart>
  );
}
