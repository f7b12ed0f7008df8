import { Link } from '@tanstack/react-router';
import { lazy, useState } from 'react';
import { describeRecurrence } from '../../../../lib/describe-recurrence.ts';
import type { MeetingDetails } from '../../../../lib/planning.ts';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { localTimeZone } from '../accounts/read-link-token.ts';
import type { Reveal } from '../captions/useReveal.ts';
import { MeetingDecisions } from '../tasks/MeetingDecisions.tsx';
import { MeetingTasks } from '../tasks/MeetingTasks.tsx';
import { AttendeeList } from './AttendeeList.tsx';
import { BreakoutLinks } from './BreakoutLinks.tsx';
import { Card } from './Card.tsx';
import { formatDay, formatSpan } from './format-when.ts';
import { MeetingActions } from './MeetingActions.tsx';
import { Page } from './Page.tsx';
import { PhaseBadge } from './PhaseBadge.tsx';

const StoredTranscript = lazy(async () => ({
  default: (await import('../captions/StoredTranscript.tsx')).StoredTranscript,
}));

const AccessRequests = lazy(async () => ({
  default: (await import('../access/AccessRequests.tsx')).AccessRequests,
}));
const AllowedPeople = lazy(async () => ({
  default: (await import('../access/AllowedPeople.tsx')).AllowedPeople,
}));

const MeetingApprovals = lazy(async () => ({
  default: (await import('../approvals/MeetingApprovals.tsx')).MeetingApprovals,
}));

const EarlierCard = lazy(async () => ({ default: (await import('../earlier/EarlierCard.tsx')).EarlierCard }));

const RecordingsCard = lazy(async () => ({
  default: (await import('../recording/RecordingsCard.tsx')).RecordingsCard,
}));

const StoredChat = lazy(async () => ({ default: (await import('../chat/StoredChat.tsx')).StoredChat }));

/** A meeting that is planned, runs, or did not take place. */
export function OpenMeeting({ details }: { details: MeetingDetails }) {
  const { meeting, people, series, main } = details;
  const nowMs = Date.now();
  const hasWords = meeting.startedAtMs !== null;
  const [reveal, setReveal] = useState<Reveal | null>(null);
  const isLive = meeting.phase === 'live';
  return (
    <Page>
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-5">
        <div className="min-w-0">
          <PhaseBadge phase={meeting.phase} />
          <h1 aria-live="polite" className="mt-2 break-words font-semibold text-3xl tracking-tight">
            {meeting.title}
          </h1>
          <p className="mt-1.5 text-ink-soft">
            {formatDay(meeting.atMs, nowMs)}, <span className="tabular-nums">{formatSpan(meeting)}</span>
            {meeting.recurrence && `. ${describeRecurrence(meeting.recurrence)}`}
            {meeting.movedFromMs && `. This one was moved from ${formatDay(meeting.movedFromMs, nowMs)}`}
          </p>
          <p className="mt-1 text-ink-faint text-sm">
            {meeting.ownerName ? `Hosted by ${meeting.ownerName}` : 'Started without an account'} · AI
            participant {meeting.personaName}
          </p>
          <BreakoutLinks details={details} />
        </div>
        {/* Into a breakout room people come from its meeting. */}
        {!main && <MeetingActions meeting={meeting} />}
      </div>
      <LazyPart failed={null}>{meeting.asking > 0 && <AccessRequests meetingId={meeting.id} />}</LazyPart>
      <div className="mt-8 grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="order-2 flex min-w-0 flex-col gap-6 lg:order-1">
          {meeting.phase !== 'cancelled' && (
            <LazyPart>
              <EarlierCard meetingId={meeting.id} />
            </LazyPart>
          )}
          {hasWords ? (
            <LazyPart fallback={<Spinner />}>
              <RecordingsCard meetingId={meeting.id} growing={isLive} />
              <MeetingApprovals
                reader={{ meetingId: meeting.id }}
                personaName={meeting.personaName}
                timeZone={meeting.timeZone ?? localTimeZone()}
                people={people.map(({ name }) => name)}
                growing={isLive}
                onShowLine={({ epoch, seq }) => setReveal({ line: `${epoch}.${seq}` })}
              />
              <StoredChat meetingId={meeting.id} growing={isLive} />
              <StoredTranscript meetingId={meeting.id} growing={isLive} reveal={reveal} />
            </LazyPart>
          ) : (
            <p className="rounded-2xl border border-line border-dashed px-6 py-14 text-center text-ink-soft text-sm">
              {emptyTexts[meeting.phase]}
            </p>
          )}
        </div>
        <div className="order-1 flex flex-col gap-6 lg:order-2">
          {hasWords && (
            <>
              <MeetingDecisions meetingId={meeting.id} live={isLive} />
              <MeetingTasks meetingId={meeting.id} live={isLive} />
            </>
          )}
          <Card title={people.length === 0 ? 'People' : `People (${people.length})`}>
            <AttendeeList people={people} />
            <LazyPart>{meeting.mayShare && <AllowedPeople meetingId={meeting.id} />}</LazyPart>
          </Card>
          {series.length > 0 && (
            <Card title="Other times">
              <ul className="divide-y divide-line">
                {series.map((each) => (
                  <li key={each.id}>
                    <Link
                      to="/meetings/$id"
                      params={{ id: each.id }}
                      className="flex items-center justify-between gap-3 px-5 py-3 text-sm hover:bg-sunken"
                    >
                      {formatDay(each.atMs, nowMs)}
                      <PhaseBadge phase={each.phase} />
                    </Link>
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </div>
      </div>
    </Page>
  );
}

const emptyTexts = {
  upcoming: 'What is said in the meeting will stand here.',
  live: 'What is said in the meeting will stand here.',
  ended: 'Nothing was said.',
  missed: 'Nobody came, so nothing was said. The link still works.',
  cancelled: 'This meeting did not take place.',
};
