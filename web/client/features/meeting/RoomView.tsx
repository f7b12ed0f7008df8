import { useRoomContext } from '@livekit/components-react';
import { useState } from 'react';
import type { Joined } from '../../../../lib/messages.ts';
import { may } from '../../../../lib/roles.ts';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { CaptionAnnouncer } from '../captions/CaptionAnnouncer.tsx';
import { LiveCaptions } from '../captions/LiveCaptions.tsx';
import { TranscriptSide } from '../captions/TranscriptSide.tsx';
import type { Transcript } from '../captions/useTranscript.ts';
import { PeoplePanel } from '../people/PeoplePanel.tsx';
import { useHostActions } from '../people/useHostActions.ts';
import { useMyStanding } from '../people/useMyStanding.ts';
import { useObeyHosts } from '../people/useObeyHosts.ts';
import { usePeople } from '../people/usePeople.ts';
import { useWaitingNotice } from '../people/useWaitingNotice.ts';
import { AgentTile } from './AgentTile.tsx';
import { ChoosePersona } from './ChoosePersona.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { ControlBar } from './ControlBar.tsx';
import { EnableSound } from './EnableSound.tsx';
import type { MeetingSession, SessionState } from './meeting-session.ts';
import { RoomHeader } from './RoomHeader.tsx';
import { Stage } from './Stage.tsx';
import { useAgentStatus } from './useAgentStatus.ts';
import { useIsWide } from './useIsWide.ts';
import { useRoomPersona } from './useRoomPersona.ts';

/** What stands beside the stage. */
type Side = 'transcript' | 'people' | null;

interface RoomViewProps {
  joined: Joined;
  session: MeetingSession;
  state: SessionState;
  transcript: Transcript;
}

/** People, the AI participant with its captions under them, the transcript beside (a sheet on a phone). */
export function RoomView({ joined, session, state, transcript }: RoomViewProps) {
  const wide = useIsWide();
  const [side, setSide] = useState<Side>(wide ? 'transcript' : null);
  const show = (panel: Side) => (open: boolean) => setSide(open ? panel : null);
  const [captionsOn, setCaptionsOn] = useState(true);
  const agentStatus = useAgentStatus(joined.meeting.id);
  const room = useRoomContext();
  const me = useMyStanding(room, joined);
  useObeyHosts(room, session);
  const access = { meetingId: joined.meeting.id, apiToken: joined.apiToken };
  const people = usePeople(room, access, may(me.role, 'moderate'));
  const actions = useHostActions(access);
  useWaitingNotice(people.waiting, actions, side === 'people');
  const personaName = useRoomPersona(joined.meeting.personaName);
  const [choosing, setChoosing] = useState(false);
  const mayChoose = may(me.role, 'moderate');
  return (
    <div className="flex h-full flex-col overflow-hidden bg-stage">
      <RoomHeader meeting={joined.meeting} hostToken={may(me.role, 'edit') ? joined.apiToken : null} />
      <ConnectionBanner state={state} />
      <div className="flex min-h-0 flex-1">
        <main className="relative flex min-w-0 flex-1 flex-col gap-3 p-3 sm:p-4 short:gap-2 short:py-2">
          <Stage />
          <div className="flex flex-col gap-2 sm:flex-row sm:gap-4">
            <AgentTile
              name={personaName}
              status={agentStatus}
              onChange={mayChoose ? () => setChoosing(true) : null}
            />
            {captionsOn && <LiveCaptions captions={transcript.captions} hint={captionHint(transcript)} />}
          </div>
          <CaptionAnnouncer captions={transcript.captions} />
          <EnableSound />
          {mayChoose && <ChoosePersona joined={joined} open={choosing} onOpenChange={setChoosing} />}
        </main>
        <TranscriptSide
          wide={wide}
          open={side === 'transcript'}
          onOpenChange={show('transcript')}
          transcript={transcript}
        />
        <SidePanel title="People" wide={wide} open={side === 'people'} onOpenChange={show('people')}>
          <PeoplePanel me={me} people={people} actions={actions} />
        </SidePanel>
      </div>
      <ControlBar
        joined={joined}
        session={session}
        me={me}
        waiting={people.waiting.length}
        captionsOn={captionsOn}
        onCaptions={setCaptionsOn}
        transcriptOpen={side === 'transcript'}
        onTranscript={show('transcript')}
        peopleOpen={side === 'people'}
        onPeople={show('people')}
      />
    </div>
  );
}

function captionHint({ items, catchUp }: Transcript): string | null {
  return items.length === 0 && catchUp !== 'loading' ? 'Captions appear here as people speak.' : null;
}
