import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { say } from '../../ui/say.ts';
import { useSettled } from '../../ui/useSettled.ts';
import { useAuthState } from '../accounts/useAuthState.ts';
import { createMeeting } from '../api/meetings.ts';
import { listMeetings } from '../api/planning.ts';
import { CommandPalette } from '../commands/CommandPalette.tsx';
import { commandsForWords, type PageControls, pageCommands } from './page-commands.ts';

/** More would hide what stands under them. */
const mostFound = 5;
/** Milliseconds without a further letter after which meetings are looked for. */
const pauseMs = 180;
/** So long the same words find the same, without a question. */
const keptMs = 60_000;

/** What can be done outside a meeting, and the meetings that the words name. */
export function PagePalette({ onClose }: { onClose(): void }) {
  const navigate = useNavigate();
  const { account = null, firstRun = false } = useAuthState().data ?? {};
  const [words, setWords] = useState('');
  const found = useFoundMeetings(account ? words : '');
  const page: PageControls = {
    account,
    firstRun,
    go: (path) => void navigate({ to: path }),
    start: () =>
      void createMeeting({})
        .then(({ code }) => navigate({ to: '/m/$code', params: { code } }))
        .catch((error: Error) => say({ text: error.message, isError: true })),
    join: (code) => void navigate({ to: '/m/$code', params: { code } }),
    open: (id) => void navigate({ to: '/meetings/$id', params: { id } }),
    search: (q) => void navigate({ to: '/search', search: { q } }),
  };
  return (
    <CommandPalette
      commands={pageCommands(page)}
      forWords={(typed) => commandsForWords(page, typed, found, Date.now())}
      onWords={setWords}
      onClose={onClose}
    />
  );
}

/** Meetings by title or person; those of the words before stay until the next are there. */
function useFoundMeetings(words: string) {
  const search = useSettled(words, pauseMs);
  const { data } = useQuery({
    queryKey: ['meetings', 'commands', search],
    queryFn: ({ signal }) => listMeetings({ search }, signal),
    enabled: search.length > 1,
    placeholderData: keepPreviousData,
    staleTime: keptMs,
  });
  return words.length > 1 && search.length > 1 ? (data?.meetings.slice(0, mostFound) ?? []) : [];
}
