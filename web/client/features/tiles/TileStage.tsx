import { useParticipants, useTracks } from '@livekit/components-react';
import { type Participant, ParticipantKind, Track } from 'livekit-client';
import { useRef } from 'react';
import { AgentTile } from './AgentTile.tsx';
import type { AgentView } from './agent-view.ts';
import { cameraOf } from './camera-of.ts';
import { chooseSpotlight } from './choose-spotlight.ts';
import { agentKey, orderPeople } from './order-tiles.ts';
import { ParticipantTile } from './ParticipantTile.tsx';
import { type Tile, TileCanvas } from './TileCanvas.tsx';
import { useActiveSpeakers } from './useActiveSpeakers.ts';
import type { Pinning } from './usePinning.ts';

interface TileStageProps {
  /** Null while it was sent away. */
  agent: AgentView | null;
  /** Ids of those whose hands are up, in order. */
  hands: readonly string[];
  layout: 'grid' | 'spotlight';
  pinning: Pinning;
  /** Whether one's own tile is left out while others are there. */
  hidesSelf: boolean;
}

/** Everyone who is here, the AI participant too: all equal, or one large. */
export function TileStage({ agent, hands, layout, pinning, hidesSelf }: TileStageProps) {
  const participants = useParticipants({ updateOnlyOn: [] });
  const cameras = useTracks([Track.Source.Camera], { onlySubscribed: false });
  const speakers = useActiveSpeakers();
  const before = useRef<string | null>(null);

  const people = orderPeople(participants.flatMap(personOf));
  const shown = hidesSelf && people.length > 1 ? people.filter(({ isLocal }) => !isLocal) : people;
  const tiles = shown.map(({ participant }): Tile => {
    const key = participant.identity;
    return {
      key,
      content: (
        <ParticipantTile
          participant={participant}
          camera={cameraOf(cameras, participant)}
          speaking={speakers.includes(key)}
          pin={pinning.of(key)}
          handPlace={hands.indexOf(key) + 1}
        />
      ),
    };
  });
  if (agent) {
    const tile = { key: agentKey, content: <AgentTile {...agent} pin={pinning.of(agentKey)} /> };
    // Beside oneself: a place that does not move when somebody joins, and that is seen without scrolling.
    tiles.splice(shown[0]?.isLocal ? 1 : 0, 0, tile);
  }

  const present = tiles.map(({ key }) => key);
  const self = people.find(({ isLocal }) => isLocal)?.identity ?? '';
  const { pinned } = pinning;
  const spotlight = chooseSpotlight(before.current, { present, speakers, self, pinned });
  before.current = spotlight;
  const isPinned = pinned !== null && present.includes(pinned);
  return <TileCanvas tiles={tiles} spotlight={layout === 'spotlight' || isPinned ? spotlight : null} />;
}

function personOf(participant: Participant) {
  if (participant.kind === ParticipantKind.AGENT) return [];
  const { identity, isLocal, joinedAt } = participant;
  return [{ participant, identity, isLocal, joinedAtMs: joinedAt?.getTime() ?? 0 }];
}
