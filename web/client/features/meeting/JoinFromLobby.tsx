import { useMutation } from '@tanstack/react-query';
import { type Joined, noticeVersion, type Waiting } from '../../../../lib/messages.ts';
import { useAuthState } from '../accounts/useAuthState.ts';
import { ApiError, isApiError } from '../api/api-error.ts';
import { type FoundMeeting, joinMeeting } from '../api/meetings.ts';
import { Lobby } from '../lobby/Lobby.tsx';
import type { Choices } from '../lobby/remembered-choices.ts';
import { loadRoom } from './load-room.ts';

interface JoinFromLobbyProps {
  found: FoundMeeting;
  onAnswer(answer: Joined | Waiting, choices: Choices): void;
  onEnded(): void;
  /** The meeting is not as it was when it was looked up: look again. */
  onChanged(): void;
}

/** The lobby with its call to web. */
export function JoinFromLobby({ found, onAnswer, onEnded, onChanged }: JoinFromLobbyProps) {
  const { meeting, entry } = found;
  const { data: auth } = useAuthState();
  const join = useMutation({
    mutationFn: async ({ choices, password }: { choices: Choices; password: string | null }) => {
      const consent = { noticeVersion } as const;
      const [answer] = await Promise.all([
        joinMeeting(meeting.code, { name: choices.name, consent, ...(password !== null && { password }) }),
        loadRoom(),
      ]);
      return answer;
    },
    onSuccess: (answer, { choices }) => onAnswer(answer, choices),
    onError: (error) => {
      if (isApiError(error, 'meeting_ended')) onEnded();
      else onChanged();
    },
  });
  const wrongPassword = isApiError(join.error, 'password_wrong');
  return (
    <Lobby
      meeting={meeting}
      entry={entry}
      joining={join.isPending}
      problem={join.error && !wrongPassword ? describeProblem(join.error) : null}
      wrongPassword={wrongPassword}
      accountName={auth?.account?.name}
      onJoin={(choices, password) => join.mutate({ choices, password })}
    />
  );
}

function describeProblem(error: Error): string {
  if (error instanceof ApiError) return error.message;
  // A part of the app did not load: the network, or a newer version was installed meanwhile.
  return 'The meeting could not be loaded. Reload this page and try again.';
}
