import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, useState } from 'react';
import type { Joined, Waiting } from '../../../../lib/messages.ts';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { LoadingPage } from '../../ui/LoadingPage.tsx';
import { PageFailed } from '../../ui/PageFailed.tsx';
import { useTitle } from '../../ui/useTitle.ts';
import { getMeeting } from '../api/meetings.ts';
import { afterEnding, beginStay, type Stay } from '../breakouts/stay.ts';
import type { Choices } from '../lobby/remembered-choices.ts';
import { ClosedPage, isClosed } from './ClosedPage.tsx';
import { EndingPage } from './EndingPage.tsx';
import type { Ending } from './ending.ts';
import { JoinFromLobby } from './JoinFromLobby.tsx';
import { loadRoom } from './load-room.ts';
import { MeetingProblem } from './MeetingProblem.tsx';
import type { Sending } from './meeting-session.ts';
import { WaitingPage } from './WaitingPage.tsx';

const MeetingRoom = lazy(async () => ({ default: (await loadRoom()).MeetingRoom }));

type Phase =
  | { at: 'lobby' }
  | { at: 'waiting'; waiting: Waiting; choices: Choices }
  | { at: 'room'; stay: Stay }
  | { at: 'over'; ending: Ending; joined: Joined | null };

/** One meeting from its link to its end. */
export function MeetingPage() {
  const { code } = useParams({ from: '/m/$code' });
  return <Meeting key={code} code={code} />;
}

function Meeting({ code }: { code: string }) {
  const [phase, setPhase] = useState<Phase>({ at: 'lobby' });
  const found = useQuery({
    queryKey: ['meeting', code],
    queryFn: ({ signal }) => getMeeting(code, signal),
    enabled: phase.at === 'lobby',
    // A person in the lobby sees when the meeting begins, and when it ends; also when web was away in between.
    refetchInterval: ({ state }) => (state.data ? 10_000 : false),
  });
  const meeting = found.data?.meeting;
  const onEnded = () => setPhase({ at: 'over', ending: 'ended', joined: null });
  useTitle(meeting?.title ?? null);

  if (phase.at === 'over') {
    return (
      <EndingPage ending={phase.ending} joined={phase.joined} onReturn={() => setPhase({ at: 'lobby' })} />
    );
  }
  if (phase.at === 'room') {
    const { stay } = phase;
    const onMove = (next: Stay) => setPhase({ at: 'room', stay: next });
    const onOver = (ending: Ending, sending: Sending) => {
      const next = afterEnding(stay, ending, sending);
      if (next) onMove(next);
      else setPhase({ at: 'over', ending, joined: stay.main });
    };
    return (
      <LazyPart failed={<PageFailed />} fallback={<LoadingPage label="Joining" />}>
        <MeetingRoom key={stay.here.meeting.id} stay={stay} onMove={onMove} onOver={onOver} />
      </LazyPart>
    );
  }
  if (phase.at === 'waiting') {
    const { waiting, choices } = phase;
    const onBack = () => {
      setPhase({ at: 'lobby' });
      void found.refetch();
    };
    return (
      <WaitingPage
        waiting={waiting}
        choices={choices}
        onJoined={(joined) => setPhase({ at: 'room', stay: beginStay(joined, choices) })}
        onEnded={onEnded}
        onBack={onBack}
      />
    );
  }
  if (!found.data || !meeting) {
    if (found.isPending) return <LoadingPage label="Looking for the meeting" />;
    return (
      <MeetingProblem error={found.error} busy={found.isFetching} onRetry={() => void found.refetch()} />
    );
  }
  if (meeting.status === 'ended' || meeting.status === 'completed') {
    return <EndingPage ending={meeting.cancelled ? 'cancelled' : 'ended'} joined={null} onReturn={null} />;
  }
  const { entry } = found.data;
  if (isClosed(entry)) {
    return (
      <ClosedPage
        entry={entry}
        found={found.data}
        busy={found.isFetching}
        onRetry={() => void found.refetch()}
      />
    );
  }
  const onAnswer = (answer: Joined | Waiting, choices: Choices) =>
    setPhase(
      'waiting' in answer
        ? { at: 'waiting', waiting: answer, choices }
        : { at: 'room', stay: beginStay(answer, choices) },
    );
  return (
    <JoinFromLobby
      found={found.data}
      onAnswer={onAnswer}
      onEnded={onEnded}
      onChanged={() => void found.refetch()}
    />
  );
}
