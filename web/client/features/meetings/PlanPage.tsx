import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { MeetingDetails } from '../../../../lib/planning.ts';
import { LoadingPage } from '../../ui/LoadingPage.tsx';
import { useTitle } from '../../ui/useTitle.ts';
import { useAuthState } from '../accounts/useAuthState.ts';
import { editMeeting, getMeetingDetails, planMeeting } from '../api/planning.ts';
import { DetailsProblem } from './DetailsProblem.tsx';
import { Page } from './Page.tsx';
import { PlanForm } from './PlanForm.tsx';
import { draftOf, isSamePlan, newDraft, planOf, readAddresses, summaryChoiceOf } from './plan-draft.ts';

const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** `/plan`: a new meeting with a time. */
export function PlanPage() {
  useTitle('Plan a meeting');
  const { data, isPending } = useAuthState();
  if (isPending) return <LoadingPage label="Opening the calendar" />;
  if (data && !data.account) return <Navigate to="/sign-in" search={{ to: '/plan' }} replace />;
  return <NewPlan timeZone={data?.account?.timeZone ?? browserZone} />;
}

function NewPlan({ timeZone }: { timeZone: string }) {
  const [draft, setDraft] = useState(() => newDraft(new Date(), timeZone));
  const [inviteProblem, setInviteProblem] = useState<string | null>(null);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const plan = useMutation({
    mutationFn: (emails: string[]) =>
      planMeeting({
        title: draft.title,
        plan: planOf(draft),
        invite: emails,
        waitingRoom: draft.waitingRoom,
        summary: summaryChoiceOf(draft),
        ...(draft.password ? { password: draft.password } : {}),
        ...(draft.personaId ? { personaId: draft.personaId } : {}),
      }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['meetings'] });
      await navigate({ to: '/meetings/$id', params: { id } });
    },
  });
  const onSubmit = () => {
    const { emails, wrong } = readAddresses(draft.invite);
    setInviteProblem(wrong ? `"${wrong}" is not an e-mail address.` : null);
    if (!wrong) plan.mutate(emails);
  };
  return (
    <Page>
      <div className="mx-auto max-w-2xl">
        <h1 className="mb-6 font-semibold text-3xl tracking-tight">Plan a meeting</h1>
        <PlanForm
          draft={draft}
          editing={null}
          busy={plan.isPending}
          error={plan.error}
          inviteProblem={inviteProblem}
          onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
          onSubmit={onSubmit}
        />
      </div>
    </Page>
  );
}

/** `/meetings/:id/edit`: the same form for a meeting that has not begun. */
export function EditMeetingPage() {
  useTitle('Change a meeting');
  const { id } = useParams({ from: '/meetings/$id/edit' });
  const found = useQuery({
    queryKey: ['meetings', 'details', id],
    queryFn: ({ signal }) => getMeetingDetails(id, signal),
    refetchOnMount: 'always',
  });
  if (found.error) return <DetailsProblem error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data || found.isFetching) return <LoadingPage label="Looking for the meeting" />;
  return <EditForm details={found.data} />;
}

function EditForm({ details }: { details: MeetingDetails }) {
  const { id, hasPassword, recurrence } = details.meeting;
  const [before] = useState(() => draftOf(details, new Date(), browserZone));
  const [draft, setDraft] = useState(before);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      editMeeting(id, {
        title: draft.title,
        ...(isSamePlan(before, draft) ? {} : { plan: planOf(draft) }),
        waitingRoom: draft.waitingRoom,
        summary: summaryChoiceOf(draft),
        ...(draft.dropPassword ? { password: null } : draft.password ? { password: draft.password } : {}),
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['meetings'] });
      await navigate({ to: '/meetings/$id', params: { id } });
    },
  });
  return (
    <Page>
      <div className="mx-auto max-w-2xl">
        <h1 className="mb-2 font-semibold text-3xl tracking-tight">Change this meeting</h1>
        <p className="mb-6 text-ink-soft">
          People who were invited by mail hear of a new title or time
          {recurrence ? ', which is the one of all meetings to come' : ''}.
        </p>
        <PlanForm
          draft={draft}
          editing={{ hasPassword }}
          busy={save.isPending}
          error={save.error}
          inviteProblem={null}
          onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
          onSubmit={() => save.mutate()}
        />
      </div>
    </Page>
  );
}
