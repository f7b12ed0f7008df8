import { Link } from '@tanstack/react-router';
import {
  CalendarX,
  CircleCheckBig,
  LogOut,
  MonitorSmartphone,
  ScrollText,
  UserX,
  WifiOff,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { Joined } from '../../../../lib/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { HomeLink } from '../../ui/HomeLink.tsx';
import { MessagePage } from '../../ui/MessagePage.tsx';
import type { Ending } from './ending.ts';

interface Face {
  icon: ReactNode;
  title: string;
  text: string;
  /** What the button that leads back says; null when there is no way back. */
  back: string | null;
}

const faces: Record<Ending, Face> = {
  left: {
    icon: <LogOut aria-hidden size={26} />,
    title: 'You left the meeting',
    text: 'It goes on without you, and you can come back at any time.',
    back: 'Join again',
  },
  ended: {
    icon: <CircleCheckBig aria-hidden size={26} />,
    title: 'This meeting has ended',
    text: 'What was said is kept.',
    back: null,
  },
  cancelled: {
    icon: <CalendarX aria-hidden size={26} />,
    title: 'This meeting was cancelled',
    text: 'It does not take place. Ask the person who planned it if you expected otherwise.',
    back: null,
  },
  removed: {
    icon: <UserX aria-hidden size={26} />,
    title: 'You were removed from this meeting',
    text: 'Ask the host if you think that this was a mistake.',
    back: null,
  },
  elsewhere: {
    icon: <MonitorSmartphone aria-hidden size={26} />,
    title: 'You joined from another tab or device',
    text: 'Only one of them can be in the meeting. The newer one took over.',
    back: 'Use this one instead',
  },
  lost: {
    icon: <WifiOff aria-hidden size={26} />,
    title: 'The connection was lost',
    text: 'It did not come back by itself. Check your network and join again; you keep your place.',
    back: 'Join again',
  },
};

const inAMoment = 'Summary, transcript and recording will be on its page.';
const atItsEnd = 'Once it has ended, summary, transcript and recording will be on its page.';

interface EndingPageProps {
  ending: Ending;
  /** Set for someone who was in the meeting a moment ago. */
  joined: Joined | null;
  onReturn: (() => void) | null;
}

export function EndingPage({ ending, joined, onReturn }: EndingPageProps) {
  const face = faces[ending];
  const canRead = joined !== null && ending !== 'removed' && ending !== 'elsewhere';
  return (
    <MessagePage
      icon={face.icon}
      title={face.title}
      actions={
        <>
          {face.back && onReturn && (
            <Button look="primary" onClick={onReturn}>
              {face.back}
            </Button>
          )}
          {canRead && <MeetingPageLink id={joined.meeting.id} isMain={face.back === null} />}
          <HomeLink>Back to the start</HomeLink>
        </>
      }
    >
      {face.text}
      {canRead && ` ${ending === 'ended' ? inAMoment : atItsEnd}`}
    </MessagePage>
  );
}

function MeetingPageLink({ id, isMain }: { id: Joined['meeting']['id']; isMain: boolean }) {
  return (
    <Link
      to="/meetings/$id"
      params={{ id }}
      className={classNames(
        'inline-flex min-h-10 items-center justify-center gap-2 rounded-xl px-4 font-medium text-sm',
        isMain
          ? 'bg-accent text-on-accent hover:bg-accent-hover'
          : 'border border-line bg-surface text-ink hover:bg-sunken',
      )}
    >
      <ScrollText aria-hidden size={17} />
      Open the meeting’s page
    </Link>
  );
}
