import type { Account } from '../../../../lib/account-messages.ts';
import type { MeetingSummary } from '../../../../lib/planning.ts';
import type { Command } from '../commands/command.ts';
import type { CommandIcon } from '../commands/command-icons.ts';
import { readMeetingCode } from '../home/meeting-code.ts';
import { formatDay } from '../meetings/format-when.ts';

/** The pages that a command leads to. */
export type PagePath =
  | '/'
  | '/plan'
  | '/tasks'
  | '/personas'
  | '/search'
  | '/profile'
  | '/workspace'
  | '/outbox'
  | '/webhooks'
  | '/sign-in'
  | '/welcome';

export interface PageControls {
  account: Pick<Account, 'role'> | null;
  /** Nobody owns the installation yet. */
  firstRun: boolean;
  go(path: PagePath): void;
  /** Makes a meeting that begins now. */
  start(): void;
  /** To the lobby of a meeting. */
  join(code: string): void;
  /** To the page of a meeting. */
  open(meetingId: string): void;
  search(words: string): void;
}

/** What can be done outside a meeting, in order. */
export function pageCommands(page: PageControls): Command[] {
  const { account, firstRun, start } = page;
  const goTo =
    (group: string) =>
    (path: PagePath, label: string, icon: CommandIcon, words = ''): Command => ({
      id: path,
      label,
      words,
      group,
      icon,
      run: () => page.go(path),
    });
  const begin: Command = {
    id: 'start',
    label: 'Start a meeting now',
    words: 'new instant',
    group: 'Meetings',
    icon: 'camera',
    run: start,
  };
  const pageOf = goTo('Go to');
  if (!account) {
    const first = pageOf('/', 'First page', 'meeting', 'home join');
    // With an owner, starting a meeting takes an account.
    return firstRun
      ? [begin, first, pageOf('/welcome', 'Set up this installation', 'profile', 'owner account')]
      : [first, pageOf('/sign-in', 'Sign in', 'profile', 'account log in start a meeting')];
  }
  return [
    begin,
    goTo('Meetings')('/plan', 'Plan a meeting', 'plan', 'schedule new calendar'),
    pageOf('/', 'Meetings', 'meeting', 'home start list'),
    pageOf('/tasks', 'Tasks', 'tasks', 'to do'),
    pageOf('/search', 'Search and ask all meetings', 'search', 'find archive question'),
    pageOf('/personas', 'Personas', 'assistant', 'ai participant'),
    pageOf('/profile', 'Profile', 'profile', 'account settings password calendar data'),
    ...(account.role === 'owner'
      ? [
          pageOf('/workspace', 'Workspace', 'settings', 'installation'),
          pageOf('/outbox', 'Outbox', 'mails', 'mails'),
          pageOf('/webhooks', 'Webhooks', 'webhook', 'events endpoints'),
        ]
      : []),
  ];
}

/** What can be done with the words, whatever they are: they name meetings, are a code, or stand in what was said. */
export function commandsForWords(
  page: PageControls,
  words: string,
  meetings: readonly MeetingSummary[],
  nowMs: number,
): Command[] {
  if (words === '') return [];
  // Any word of ten letters could be one.
  const code = /[-/]/.test(words) ? readMeetingCode(words) : null;
  return [
    ...(code
      ? [
          {
            id: 'join',
            label: `Join ${code}`,
            group: 'Meetings',
            icon: 'join' as const,
            run: () => page.join(code),
          },
        ]
      : []),
    ...meetings.map((meeting) => ({
      id: meeting.id,
      label: `${apart(meeting.title)}, ${formatDay(meeting.atMs, nowMs)}`,
      group: 'Found meetings',
      icon: 'meeting' as const,
      run: () => page.open(meeting.id),
    })),
    ...(page.account
      ? [
          {
            id: 'search',
            label: `Search all meetings for “${words}”`,
            group: 'Everything that was said',
            icon: 'search' as const,
            run: () => page.search(words),
          },
        ]
      : []),
  ];
}

/** In an isolate (Unicode TR 9, 2.4.2): a title that is read from the right would draw the day to its left. */
const apart = (title: string) => `\u2068${title}\u2069`;
