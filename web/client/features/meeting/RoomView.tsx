import { useState } from 'react';
import type { Joined } from '../../../../lib/messages.ts';
import { CaptionAnnouncer } from '../captions/CaptionAnnouncer.tsx';
import { CaptionOverlay } from '../captions/CaptionOverlay.tsx';
import { TranscriptSide } from '../captions/TranscriptSide.tsx';
import type { Transcript } from '../captions/useTranscript.ts';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { ControlBar } from './ControlBar.tsx';
import { EnableSound } from './EnableSound.tsx';
import type { MeetingSession, SessionState } from './meeting-session.ts';
import { RoomHeader } from './RoomHeader.tsx';
import { Stage } from './Stage.tsx';
import { useIsWide } from './useIsWide.ts';

interface RoomViewProps {
  joined: Joined;
  session: MeetingSession;
  state: SessionState;
  transcript: Transcript;
}

/** Stage with captions, transcript beside it (below it on a phone), controls underneath. */
export function RoomView({ joined, session, state, transcript }: RoomViewProps) {
  const wide = useIsWide();
  const [transcriptOpen, setTranscriptOpen] = useState(wide);
  const [captionsOn, setCaptionsOn] = useState(true);
  return (
    <div className="flex h-full flex-col overflow-hidden bg-stage">
      <RoomHeader meeting={joined.meeting} />
      <ConnectionBanner state={state} />
      <div className="flex min-h-0 flex-1">
        <main className="relative flex min-w-0 flex-1 flex-col">
          <Stage meeting={joined.meeting} />
          {captionsOn && <CaptionOverlay captions={transcript.captions} />}
          <CaptionAnnouncer captions={transcript.captions} />
          <EnableSound />
        </main>
        <TranscriptSide
          wide={wide}
          open={transcriptOpen}
          onOpenChange={setTranscriptOpen}
          transcript={transcript}
        />
      </div>
      <ControlBar
        joined={joined}
        session={session}
        captionsOn={captionsOn}
        onCaptions={setCaptionsOn}
        transcriptOpen={transcriptOpen}
        onTranscript={setTranscriptOpen}
      />
    </div>
  );
}
