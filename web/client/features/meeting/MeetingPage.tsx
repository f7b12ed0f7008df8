import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { type Joined, type MeetingView, noticeVersion } from '../../../../lib/messages.ts';
import { LoadingPage } from '../../ui/LoadingPage.tsx';
import { useTitle } from '../../ui/useTitle.ts';
import { isApiError } from '../api/api-error.ts';
import { getMeeting, joinMeeting } from '../api/meetings.ts';
import { Lobby } from '../lobby/Lobby.tsx';
import type { Choices } from '../lobby/remembered-choices.ts';
import { EndingPage } from './EndingPage.tsx';
import type { Ending } from './ending.ts';
import { MeetingProblem } from './MeetingProblem.tsx';

const loadRoom = () => import('./MeetingRoom.tsx');
const MeetingRoom = lazy(async () => ({ default: (await loadRoom()).MeetingRoom }));

type Phase =
  | { at: 'lobby' }
  | { at: 'room'; joined: Joined; choices: Choices }
  | { at: 'over'; ending: Ending };

/** One meeting from its link to its end. */
export function MeetingPage() {
  const { code } = useParams({ from: '/m/$code' });
  const [phase, setPhase] = useState<Phase>({ at: 'lobby' });
  const found = useQuery({
    queryKey: ['meeting', code],
    queryFn: ({ signal }) => getMeeting(code, signal),
    enabled: phase.at !== 'room',
    // A person in the lobby sees when the host ends the meeting, or when it begins.
    refetchInterval: ({ state }) => (phase.at === 'lobby' && state.status === 'success' ? 10_000 : false),
  });
  const meeting = found.data?.meeting;
  useTitle(meeting?.title || 'Meeting');

  const toLobby = () => setPhase({ at: 'lobby' });
  if (phase.at === 'room') {
    const onOver = (ending: Ending) => setPhase({ at: 'over', ending });
    return (
      <Suspense fallback={<LoadingPage label="Joining" />}>
        <MeetingRoom joined={phase.joined} choices={phase.choices} onOver={onOver} />
      </Suspense>
    );
  }
  if (phase.at === 'over') return <EndingPage ending={phase.ending} onReturn={toLobby} />;
  if (!meeting) {
    if (found.isPending) return <LoadingPage label="Looking for the meeting" />;
    return (
      <MeetingProblem error={found.error} busy={found.isFetching} onRetry={() => void found.refetch()} />
    );
  }
  if (meeting.status === 'ended' || meeting.status === 'completed')
    return <EndingPage ending="ended" onReturn={null} />;
  const onJoined = (joined: Joined, choices: Choices) => setPhase({ at: 'room', joined, choices });
  return (
    <JoinFromLobby
      meeting={meeting}
      onJoined={onJoined}
      onEnded={() => setPhase({ at: 'over', ending: 'ended' })}
    />
  );
}

interface JoinFromLobbyProps {
  meeting: MeetingView;
  onJoined(joined: Joined, choices: Choices): void;
  onEnded(): void;
}

function JoinFromLobby({ meeting, onJoined, onEnded }: JoinFromLobbyProps) {
  const join = useMutation({
    mutationFn: async (choices: Choices) => {
      const consent = { noticeVersion } as const;
      const [joined] = await Promise.all([
        joinMeeting(meeting.code, { name: choices.name, consent }),
        loadRoom(),
      ]);
      return joined;
    },
    onSuccess: onJoined,
    onError: (error) => {
      if (isApiError(error, 'meeting_ended')) onEnded();
    },
  });
  return (
    <Lobby
      meeting={meeting}
      joining={join.isPending}
      problem={join.error?.message ?? null}
      onJoin={(choices) => join.mutate(choices)}
    />
  );
}
