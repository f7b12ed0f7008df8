import { useState } from 'react';
import type { Entry, MeetingView } from '../../../../lib/messages.ts';
import { Brand } from '../../ui/Brand.tsx';
import { useProcessedCamera } from '../background/useProcessedCamera.ts';
import { CopyLink } from '../meeting/CopyLink.tsx';
import { JoinForm } from './JoinForm.tsx';
import { LobbyDevices } from './LobbyDevices.tsx';
import type { Wanted } from './open-media.ts';
import { type Choices, readChoices, rememberChoices } from './remembered-choices.ts';
import { useLobbyMedia } from './useLobbyMedia.ts';

interface LobbyProps {
  meeting: MeetingView;
  joining: boolean;
  problem: string | null;
  /** What happens to this person at the door. */
  entry: Entry;
  wrongPassword: boolean;
  /** Of the account: stands in the form until the person has joined under another name here. */
  accountName?: string;
  /** The notice was accepted, and this is how the person wants to come in. */
  onJoin(choices: Choices, password: string | null): void;
}

export function Lobby({ meeting, entry, joining, problem, wrongPassword, accountName, onJoin }: LobbyProps) {
  const [named, setNamed] = useState(false);
  const [choices, setChoices] = useState(() => readChoices(localStorage));
  const devices = useLobbyMedia(wantedBy(choices));
  const { camera, tooSlow } = useProcessedCamera(devices.camera);
  const media = { ...devices, camera };
  const change = (part: Partial<Choices>) => setChoices((now) => ({ ...now, ...part }));
  const join = (name: string, password: string | null) => {
    rememberChoices(localStorage, { ...choices, name });
    // A device that could not be opened is not tried again on the way in; what was wanted stays remembered.
    const microphone = choices.microphone && media.microphone.status !== 'failed';
    const camera = choices.camera && media.camera.status !== 'failed';
    onJoin({ ...choices, name, microphone, camera }, password);
  };
  return (
    <div className="flex min-h-full flex-col">
      <header className="flex items-center justify-between gap-4 px-5 py-4 sm:px-8">
        <Brand />
        <CopyLink code={meeting.code} />
      </header>
      <main className="mx-auto grid w-full max-w-6xl flex-1 content-center items-start gap-6 px-5 pb-12 sm:px-8 lg:grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)] lg:gap-12">
        <LobbyDevices media={media} tooSlow={tooSlow} choices={choices} onChange={change} />
        <JoinForm
          meeting={meeting}
          entry={entry}
          wrongPassword={wrongPassword}
          name={choices.name === '' && !named ? (accountName ?? '') : choices.name}
          onName={(name) => {
            setNamed(true);
            change({ name });
          }}
          joining={joining}
          problem={problem}
          onJoin={join}
        />
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
