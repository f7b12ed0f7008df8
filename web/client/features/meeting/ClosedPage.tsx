import { Clock, DoorClosed, Lock, Users, UserX } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Entry } from '../../../../lib/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { HomeLink } from '../../ui/HomeLink.tsx';
import { MessagePage } from '../../ui/MessagePage.tsx';
import type { FoundMeeting } from '../api/meetings.ts';

export type ClosedEntry = Exclude<Entry, 'open' | 'password' | 'waiting_room'>;

export function isClosed(entry: Entry): entry is ClosedEntry {
  return entry !== 'open' && entry !== 'password' && entry !== 'waiting_room';
}

interface Face {
  icon: ReactNode;
  title: string;
  text: string;
  /** Trying again may help. */
  mayOpen: boolean;
}

const faces: Record<ClosedEntry, Face> = {
  not_started: {
    icon: <Clock aria-hidden size={26} />,
    title: 'This meeting has not started',
    text: 'The page opens by itself a quarter of an hour before, or when the host is there.',
    mayOpen: true,
  },
  locked: {
    icon: <Lock aria-hidden size={26} />,
    title: 'This meeting is locked',
    text: 'The host lets nobody else in at the moment. The page opens by itself when that changes.',
    mayOpen: true,
  },
  full: {
    icon: <Users aria-hidden size={26} />,
    title: 'This meeting is full',
    text: 'As many people are in it as the host allows. The page opens by itself when somebody leaves.',
    mayOpen: true,
  },
  declined: {
    icon: <DoorClosed aria-hidden size={26} />,
    title: 'You were not let in',
    text: 'The host did not let you into this meeting. Ask the host if you think that this was a mistake.',
    mayOpen: false,
  },
  removed: {
    icon: <UserX aria-hidden size={26} />,
    title: 'You were removed from this meeting',
    text: 'A host removed you, so you cannot join again. Ask the host if you think that this was a mistake.',
    mayOpen: false,
  },
};

interface ClosedPageProps {
  entry: ClosedEntry;
  found: FoundMeeting;
  busy: boolean;
  onRetry(): void;
}

/** Why this person cannot come in now. */
export function ClosedPage({ entry, found, busy, onRetry }: ClosedPageProps) {
  const face = faces[entry];
  return (
    <MessagePage
      icon={face.icon}
      title={face.title}
      actions={
        <>
          {face.mayOpen && (
            <Button look="primary" busy={busy} onClick={onRetry}>
              Try again
            </Button>
          )}
          <HomeLink>Back to the start</HomeLink>
        </>
      }
    >
      <p className="font-medium text-ink">{found.meeting.title}</p>
      {entry === 'not_started' && found.startsAtMs !== null && (
        <p className="mt-1">
          Planned for{' '}
          <time dateTime={new Date(found.startsAtMs).toISOString()}>{when(found.startsAtMs)}</time>
        </p>
      )}
      <p className="mt-3">{face.text}</p>
    </MessagePage>
  );
}

/** In the reader's own language and time zone. */
function when(ms: number): string {
  return new Date(ms).toLocaleString(undefined, { dateStyle: 'full', timeStyle: 'short' });
}
