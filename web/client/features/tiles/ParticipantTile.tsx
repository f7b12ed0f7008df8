import {
  type TrackReference,
  useIsMuted,
  useParticipantAttributes,
  VideoTrack,
} from '@livekit/components-react';
import { type Participant, Track } from 'livekit-client';
import { MicOff } from 'lucide-react';
import { may } from '../../../../lib/roles.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { WeakConnection } from '../connection/ConnectionMark.tsx';
import { HandMark } from '../hands/HandMark.tsx';
import { labelOfRole, standingOf } from '../people/standing.ts';
import { TileFrame, type TilePin } from './TileFrame.tsx';
import { TileLabel } from './TileLabel.tsx';

interface ParticipantTileProps {
  participant: Participant;
  /** Null while the camera is off. */
  camera: TrackReference | null;
  speaking: boolean;
  pin: TilePin;
  /** In the queue of raised hands, from 1; 0 while the hand is down. */
  handPlace: number;
}

/** One person, with the camera's picture or without. */
export function ParticipantTile({ participant, camera, speaking, pin, handPlace }: ParticipantTileProps) {
  const muted = useIsMuted({ participant, source: Track.Source.Microphone });
  const name = participant.name || 'Guest';
  const { attributes } = useParticipantAttributes({ participant });
  const { role } = standingOf(attributes);
  // Who leads is worth a word here; the list of people has the rest.
  const title = may(role, 'moderate') ? labelOfRole(role) : null;
  return (
    <TileFrame name={name} speaking={speaking} pin={pin} className="bg-tile">
      {camera ? (
        <VideoTrack
          trackRef={camera}
          className={`size-full object-cover ${participant.isLocal ? '-scale-x-100' : ''}`}
        />
      ) : (
        <div className="flex size-full items-center justify-center">
          <Avatar
            name={name}
            seed={participant.identity}
            className="aspect-square h-[45%] max-h-28 text-[min(2rem,17cqh)]"
          />
        </div>
      )}
      {handPlace > 0 && <HandMark place={handPlace} />}
      <TileLabel>
        {muted && <MicOff aria-label="Microphone off" size={14} className="shrink-0" />}
        <span className="truncate">{participant.isLocal ? `${name} (you)` : name}</span>
        {title && <span className="shrink-0 text-white/75 text-xs @max-[16rem]:sr-only">{title}</span>}
        <WeakConnection participant={participant} />
      </TileLabel>
    </TileFrame>
  );
}
