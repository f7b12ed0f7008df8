import { useQuery } from '@tanstack/react-query';
import { DoorOpen } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import { type Joined, noticeVersion, type Waiting } from '../../../../lib/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { MessagePage } from '../../ui/MessagePage.tsx';
import { getAdmission, joinMeeting } from '../api/meetings.ts';
import type { Choices } from '../lobby/remembered-choices.ts';

/** A host's answer arrives within a second; a server that is in trouble is asked less often. */
const askEveryMs = 1_000;
const askInTroubleMs = 5_000;

interface WaitingPageProps {
  waiting: Waiting;
  choices: Choices;
  onJoined(joined: Joined): void;
  onEnded(): void;
  /** Not let in, or the person does not want to wait. */
  onBack(): void;
}

/** Waits until a host decides, and then goes in by itself. */
export function WaitingPage({ waiting, choices, onJoined, onEnded, onBack }: WaitingPageProps) {
  const { meeting, apiToken } = waiting;
  const question = useQuery({
    queryKey: ['admission', waiting.participantId],
    queryFn: async ({ signal }) => {
      const state = await getAdmission(meeting.id, apiToken, signal);
      if (state.status === 'ended' || state.status === 'completed') return { kind: 'ended' } as const;
      if (state.admission === 'waiting') return { kind: 'waiting' } as const;
      if (state.admission !== 'admitted') return { kind: 'refused' } as const;
      const body = { name: choices.name, consent: { noticeVersion } } as const;
      const joined = await joinMeeting(meeting.code, body, signal);
      return 'waiting' in joined ? ({ kind: 'waiting' } as const) : { kind: 'joined' as const, joined };
    },
    refetchInterval: ({ state }) => {
      if (state.data && state.data.kind !== 'waiting') return false;
      return state.error ? askInTroubleMs : askEveryMs;
    },
    refetchIntervalInBackground: true,
    gcTime: 0,
  });
  const answer = question.data;
  const act = useEffectEvent(() => {
    if (answer?.kind === 'joined') onJoined(answer.joined);
    if (answer?.kind === 'ended') onEnded();
    if (answer?.kind === 'refused') onBack();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when there is a new answer
  useEffect(() => act(), [answer]);
  return (
    <MessagePage
      icon={<DoorOpen aria-hidden size={26} />}
      title="The host will let you in"
      actions={<Button onClick={onBack}>Stop waiting</Button>}
    >
      <p className="font-medium text-ink">{meeting.title}</p>
      <p role="status" className="mt-3">
        {question.isError ? `${question.error.message} Trying again.` : `You wait as ${waiting.name}.`}
      </p>
      <p className="text-sm">Keep this page open: the meeting begins here by itself.</p>
    </MessagePage>
  );
}
