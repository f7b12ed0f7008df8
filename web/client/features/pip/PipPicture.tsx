import { type TrackReference, useParticipants, useTracks, VideoTrack } from '@livekit/components-react';
import { Track } from 'livekit-client';
import { useRef } from 'react';
import { Avatar } from '../../ui/Avatar.tsx';
import { AgentMark } from '../tiles/AgentMark.tsx';
import type { AgentView } from '../tiles/agent-view.ts';
import { cameraOf } from '../tiles/camera-of.ts';
import { chooseSpotlight } from '../tiles/choose-spotlight.ts';
import { agentKey } from '../tiles/order-tiles.ts';
import { useActiveSpeakers } from '../tiles/useActiveSpeakers.ts';

interface PipPictureProps {
  /** What somebody shares; goes before people. */
  screen: TrackReference | null;
  /** Null while it was sent away. */
  agent: AgentView | null;
  /** Key of the tile that this person wants to see. */
  pinned: string | null;
}

/** The one that there is room for: a shared screen, else whoever speaks. */
export function PipPicture({ screen, agent, pinned }: PipPictureProps) {
  const participants = useParticipants({ updateOnlyOn: [] }).filter(({ isAgent }) => !isAgent);
  const cameras = useTracks([Track.Source.Camera], { onlySubscribed: false });
  const speakers = useActiveSpeakers();
  const spoke = useRef<string | null>(null);
  const self = participants.find(({ isLocal }) => isLocal)?.identity ?? '';
  const present = [...participants.map(({ identity }) => identity), ...(agent ? [agentKey] : [])];
  const shown = chooseSpotlight(spoke.current, { present, speakers, self, pinned });
  // Whoever only stands in until somebody speaks makes room for who comes.
  if (shown !== null && speakers.includes(shown)) spoke.current = shown;

  if (screen) {
    return <VideoTrack trackRef={screen} className="size-full bg-black object-contain" />;
  }
  const person = participants.find(({ identity }) => identity === shown);
  if (!person) {
    return (
      agent && (
        <div className="flex size-full items-center justify-center bg-accent-soft">
          <AgentMark status={agent.status} className="size-24" />
          <Name>{agent.name}</Name>
        </div>
      )
    );
  }
  const name = person.name || 'Guest';
  const camera = cameraOf(cameras, person);
  return (
    <div className="flex size-full items-center justify-center bg-tile">
      {camera ? (
        <VideoTrack
          trackRef={camera}
          className={`size-full object-cover ${person.isLocal ? '-scale-x-100' : ''}`}
        />
      ) : (
        <Avatar name={name} seed={person.identity} className="size-24 text-3xl" />
      )}
      <Name>{person.isLocal ? `${name} (you)` : name}</Name>
    </div>
  );
}

/** Above, for captions are below. */
function Name({ children }: { children: string }) {
  return (
    <p className="absolute top-2 left-2 max-w-[calc(100%-1rem)] truncate rounded-lg bg-black/60 px-2.5 py-1 text-sm text-white">
      {children}
    </p>
  );
}
