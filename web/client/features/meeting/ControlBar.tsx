import { useLocalParticipant } from '@livekit/components-react';
import { Captions, CaptionsOff, PhoneOff, ScrollText, Settings2 } from 'lucide-react';
import { useState } from 'react';
import type { Joined } from '../../../../lib/messages.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { leaveMeeting } from '../api/meetings.ts';
import { DeviceButton } from '../lobby/DeviceButton.tsx';
import { DeviceSettings } from './DeviceSettings.tsx';
import { EndForAll } from './EndForAll.tsx';
import type { MeetingSession } from './meeting-session.ts';

interface ControlBarProps {
  joined: Joined;
  session: MeetingSession;
  captionsOn: boolean;
  onCaptions(on: boolean): void;
  transcriptOpen: boolean;
  onTranscript(open: boolean): void;
}

export function ControlBar({ joined, session, ...view }: ControlBarProps) {
  const { isMicrophoneEnabled, isCameraEnabled } = useLocalParticipant();
  const [settingsOpen, setSettingsOpen] = useState(false);
  const onLeave = () => {
    session.finish('left');
    // LiveKit tells web as well; this only makes it known at once.
    leaveMeeting(joined.meeting.id, joined.apiToken).catch(() => undefined);
  };
  return (
    <footer className="flex items-center justify-center gap-2 px-3 pt-1 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:gap-3">
      <DeviceButton
        kind="microphone"
        on={isMicrophoneEnabled}
        onToggle={() => void session.setSending('microphone', !isMicrophoneEnabled)}
      />
      <DeviceButton
        kind="camera"
        on={isCameraEnabled}
        onToggle={() => void session.setSending('camera', !isCameraEnabled)}
      />
      <IconButton
        label={view.captionsOn ? 'Hide captions' : 'Show captions'}
        icon={view.captionsOn ? <Captions aria-hidden size={21} /> : <CaptionsOff aria-hidden size={21} />}
        look={view.captionsOn ? 'active' : 'raised'}
        size="large"
        onClick={() => view.onCaptions(!view.captionsOn)}
      />
      <IconButton
        label={view.transcriptOpen ? 'Hide transcript' : 'Show transcript'}
        icon={<ScrollText aria-hidden size={21} />}
        look={view.transcriptOpen ? 'active' : 'raised'}
        size="large"
        aria-expanded={view.transcriptOpen}
        onClick={() => view.onTranscript(!view.transcriptOpen)}
      />
      <IconButton
        label="Devices"
        icon={<Settings2 aria-hidden size={21} />}
        look="raised"
        size="large"
        className="hidden min-[26rem]:inline-flex"
        onClick={() => setSettingsOpen(true)}
      />
      <IconButton
        label="Leave meeting"
        icon={<PhoneOff aria-hidden size={21} />}
        look="danger"
        size="large"
        onClick={onLeave}
      />
      {joined.role === 'host' && <EndForAll joined={joined} session={session} />}
      <DeviceSettings open={settingsOpen} onOpenChange={setSettingsOpen} />
    </footer>
  );
}
