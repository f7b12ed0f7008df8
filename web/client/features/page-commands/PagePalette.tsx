import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import type { AuthState } from '../../../../lib/account-messages.ts';
import { say } from '../../ui/say.ts';
import { createMeeting } from '../api/meetings.ts';
import { listMeetings } from '../api/planning.ts';
import { CommandPalette } from '../commands/CommandPalette.tsx';
import { commandsForWords, type PageControls, pageCommands } from './page-commands.ts';

interface PagePaletteProps {
  state: AuthState;
  onClose(): void;
}

/** More would hide what stands under them. */
const mostFound = 5;

/** What can be done outside a meeting, and the meetings that the words name. */
export function PagePalette({ state, onClose }: PagePaletteProps) {
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const found = useFoundMeetings(state.account ? words : '');
  const page: PageControls = {
    account: state.account,
    firstRun: state.firstRun,
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
  const search = useDeferredValue(words);
  const { data } = useQuery({
    queryKey: ['meetings', 'commands', search],
    queryFn: ({ signal }) => listMeetings({ search }, signal),
    enabled: search.length > 1,
    placeholderData: keepPreviousData,
  });
  return search.length > 1 ? (data?.meetings.slice(0, mostFound) ?? []) : [];
}
