import { lazy } from 'react';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { LoadingPage } from '../../ui/LoadingPage.tsx';
import { PageFailed } from '../../ui/PageFailed.tsx';
import { useTitle } from '../../ui/useTitle.ts';
import { AppHeader } from '../accounts/AppHeader.tsx';
import { useAuthState } from '../accounts/useAuthState.ts';
import { JoinByCode } from './JoinByCode.tsx';
import { SampleMeeting } from './SampleMeeting.tsx';
import { StartMeeting } from './StartMeeting.tsx';

const MeetingsPage = lazy(async () => ({
  default: (await import('../meetings/MeetingsPage.tsx')).MeetingsPage,
}));

/** `/`: the meetings of whoever is signed in, and the first page for everyone else. */
export function HomePage() {
  const { data, isPending } = useAuthState();
  if (isPending) return <LoadingPage label="Opening Parley" />;
  return data?.account ? (
    <LazyPart failed={<PageFailed />} fallback={<LoadingPage label="Opening your meetings" />}>
      <MeetingsPage />
    </LazyPart>
  ) : (
    <FirstPage />
  );
}

function FirstPage() {
  useTitle(null);
  return (
    <div className="flex min-h-full flex-col">
      <AppHeader />
      <main className="mx-auto grid w-full max-w-6xl flex-1 content-center items-center gap-12 px-5 pt-4 pb-16 sm:px-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)] lg:gap-20">
        <div>
          <h1 className="text-balance font-semibold text-4xl tracking-tight sm:text-5xl">
            Meetings that write themselves down.
          </h1>
          <p className="mt-4 max-w-lg text-pretty text-ink-soft text-lg">
            Meetings in the browser with an AI participant that listens, captions everyone live and never acts
            without approval.
          </p>
          <div className="mt-9 max-w-md rounded-2xl border border-line bg-surface p-5 shadow-card sm:p-6">
            <StartMeeting />
            <div className="my-6 flex items-center gap-3 text-ink-faint text-sm" aria-hidden>
              <span className="h-px flex-1 bg-line" />
              or join one
              <span className="h-px flex-1 bg-line" />
            </div>
            <JoinByCode />
          </div>
        </div>
        <SampleMeeting />
      </main>
    </div>
  );
}
