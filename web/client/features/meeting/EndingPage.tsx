import {
  CalendarX,
  CircleCheckBig,
  LogOut,
  MonitorSmartphone,
  ScrollText,
  UserX,
  WifiOff,
} from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Joined } from '../../../../lib/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { HomeLink } from '../../ui/HomeLink.tsx';
import { MessagePage } from '../../ui/MessagePage.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import type { Ending } from './ending.ts';

const StoredTranscript = lazy(async () => ({
  default: (await import('../captions/StoredTranscript.tsx')).StoredTranscript,
}));

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
    text: 'It goes on without you. You can come back at any time.',
    back: 'Join again',
  },
  ended: {
    icon: <CircleCheckBig aria-hidden size={26} />,
    title: 'This meeting has ended',
    text: 'What was said is kept with the meeting.',
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

interface EndingPageProps {
  ending: Ending;
  /** Set for someone who was in the meeting a moment ago. */
  joined: Joined | null;
  onReturn: (() => void) | null;
}

export function EndingPage({ ending, joined, onReturn }: EndingPageProps) {
  const [reading, setReading] = useState(false);
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
          {canRead && !reading && (
            <Button onClick={() => setReading(true)}>
              <ScrollText aria-hidden size={17} />
              Read the transcript
            </Button>
          )}
          <HomeLink>Back to the start</HomeLink>
        </>
      }
      below={
        canRead && reading ? (
          <Suspense fallback={<Spinner />}>
            <StoredTranscript meetingId={joined.meeting.id} apiToken={joined.apiToken} />
          </Suspense>
        ) : null
      }
    >
      {face.text}
    </MessagePage>
  );
}
