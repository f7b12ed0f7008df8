import { useMutation } from '@tanstack/react-query';
import { type Joined, type MeetingView, noticeVersion } from '../../../../lib/messages.ts';
import { ApiError, isApiError } from '../api/api-error.ts';
import { joinMeeting } from '../api/meetings.ts';
import { Lobby } from '../lobby/Lobby.tsx';
import type { Choices } from '../lobby/remembered-choices.ts';
import { loadRoom } from './load-room.ts';

interface JoinFromLobbyProps {
  meeting: MeetingView;
  onJoined(joined: Joined, choices: Choices): void;
  onEnded(): void;
}

/** The lobby with its call to web. */
export function JoinFromLobby({ meeting, onJoined, onEnded }: JoinFromLobbyProps) {
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
      problem={join.error && describeProblem(join.error)}
      onJoin={(choices) => join.mutate(choices)}
    />
  );
}

function describeProblem(error: Error): string {
  if (error instanceof ApiError) return error.message;
  // A part of the app did not load: the network, or a newer version was installed meanwhile.
  return 'The meeting could not be loaded. Reload this page and try again.';
}
