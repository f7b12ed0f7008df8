import { type FormEvent, useState } from 'react';
import { limits, type MeetingView } from '../../../../lib/messages.ts';
import { cleanText } from '../../../../lib/text.ts';
import { Brand } from '../../ui/Brand.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { CopyLink } from '../meeting/CopyLink.tsx';
import { LobbyDevices } from './LobbyDevices.tsx';
import { NoticeConsent } from './NoticeConsent.tsx';
import type { Wanted } from './open-media.ts';
import { type Choices, readChoices, rememberChoices } from './remembered-choices.ts';
import { useLobbyMedia } from './useLobbyMedia.ts';

interface LobbyProps {
  meeting: MeetingView;
  joining: boolean;
  problem: string | null;
  /** The notice was accepted, and this is how the person wants to come in. */
  onJoin(choices: Choices): void;
}

export function Lobby({ meeting, joining, problem, onJoin }: LobbyProps) {
  const [choices, setChoices] = useState(() => readChoices(localStorage));
  const media = useLobbyMedia(wantedBy(choices));
  const [accepted, setAccepted] = useState(false);
  const [tried, setTried] = useState(false);
  const name = cleanText(choices.name, limits.name);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!accepted || name === '') return;
    rememberChoices(localStorage, { ...choices, name });
    // A device that could not be opened is not tried again on the way in; what was wanted stays remembered.
    const microphone = choices.microphone && media.microphone.status !== 'failed';
    const camera = choices.camera && media.camera.status !== 'failed';
    onJoin({ ...choices, name, microphone, camera });
  };

  return (
    <div className="flex min-h-full flex-col">
      <header className="flex items-center justify-between gap-4 px-5 py-4 sm:px-8">
        <Brand />
        <CopyLink code={meeting.code} />
      </header>
      <main className="mx-auto grid w-full max-w-6xl flex-1 content-center items-start gap-6 px-5 pb-12 sm:px-8 lg:grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)] lg:gap-12">
        <LobbyDevices
          media={media}
          choices={choices}
          onChange={(change) => setChoices({ ...choices, ...change })}
        />
        <form onSubmit={onSubmit} noValidate className="order-2 flex flex-col gap-5">
          <div>
            <p className="text-ink-faint text-sm">{introOf(meeting)}</p>
            <h1 className="mt-1 text-balance font-semibold text-3xl tracking-tight">{meeting.title}</h1>
          </div>
          <TextField
            label="Your name"
            value={choices.name}
            maxLength={limits.name}
            autoComplete="name"
            placeholder="How others see you"
            error={tried && name === '' ? 'Enter a name that others will see.' : null}
            onChange={(event) => setChoices({ ...choices, name: event.target.value })}
          />
          <NoticeConsent
            personaName={meeting.personaName}
            accepted={accepted}
            missing={tried && !accepted}
            onChange={setAccepted}
          />
          {problem && (
            <p role="alert" className="text-danger text-sm">
              {problem}
            </p>
          )}
          <Button type="submit" look="primary" size="large" busy={joining}>
            Join meeting
          </Button>
        </form>
      </main>
    </div>
  );
}

function wantedBy(choices: Choices): Wanted {
  return {
    ...(choices.microphone && { microphone: { deviceId: choices.microphoneId } }),
    ...(choices.camera && { camera: { deviceId: choices.cameraId } }),
  };
}

function introOf(meeting: MeetingView): string {
  if (meeting.isHost) return 'You are the host';
  return meeting.status === 'live' ? 'The meeting is on' : 'Nobody is here yet';
}
