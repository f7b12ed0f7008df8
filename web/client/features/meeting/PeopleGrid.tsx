import { type TrackReference, useParticipants, useTracks } from '@livekit/components-react';
import { type Participant, ParticipantKind, Track } from 'livekit-client';
import { choosePeople } from './choose-people.ts';
import { shapeGrid } from './grid-shape.ts';
import { MoreTile } from './MoreTile.tsx';
import { ParticipantTile } from './ParticipantTile.tsx';
import { useElementSize } from './useElementSize.ts';

const gapPx = 12;

interface PeopleGridProps {
  /** Tiles at most. */
  most: number;
  /** Ids of those whose hands are up, in order. */
  hands: readonly string[];
}

/** Everyone who is here, as large as the room allows. */
export function PeopleGrid({ most, hands }: PeopleGridProps) {
  const participants = useParticipants();
  const cameras = useTracks([Track.Source.Camera], { onlySubscribed: false });
  const { ref, width, height } = useElementSize<HTMLDivElement>();

  const { shown, hidden } = choosePeople(participants.flatMap(personOf), most);
  const count = shown.length + (hidden > 0 ? 1 : 0);
  const { tileWidth, tileHeight } = shapeGrid(count, width, height, gapPx);
  const size = { width: tileWidth, height: tileHeight };
  return (
    <div ref={ref} className="min-h-0 min-w-0 flex-1 overflow-hidden">
      <ul
        aria-label="People in the meeting"
        className="flex size-full flex-wrap content-center justify-center gap-3"
        hidden={tileWidth === 0}
      >
        {shown.map(({ participant }) => (
          <li key={participant.identity} style={size}>
            <ParticipantTile
              participant={participant}
              camera={cameraOf(cameras, participant)}
              handPlace={hands.indexOf(participant.identity) + 1}
            />
          </li>
        ))}
        {hidden > 0 && (
          <li style={size}>
            <MoreTile count={hidden} />
          </li>
        )}
      </ul>
    </div>
  );
}

function personOf(participant: Participant) {
  if (participant.kind === ParticipantKind.AGENT) return [];
  return [
    {
      participant,
      identity: participant.identity,
      isLocal: participant.isLocal,
      joinedAtMs: participant.joinedAt?.getTime() ?? 0,
      lastSpokeAtMs: participant.lastSpokeAt?.getTime() ?? 0,
    },
  ];
}

function cameraOf(cameras: TrackReference[], participant: Participant): TrackReference | null {
  const camera = cameras.find((track) => track.participant.identity === participant.identity);
  return camera?.publication.isMuted ? null : (camera ?? null);
}
