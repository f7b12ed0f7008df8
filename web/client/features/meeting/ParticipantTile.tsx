import {
  type TrackReference,
  useIsMuted,
  useIsSpeaking,
  useParticipantAttributes,
  VideoTrack,
} from '@livekit/components-react';
import { type Participant, Track } from 'livekit-client';
import { MicOff } from 'lucide-react';
import { Avatar } from '../../ui/Avatar.tsx';
import { classNames } from '../../ui/class-names.ts';
import { HandMark } from '../hands/HandMark.tsx';
import { labelOfRole, standingOf } from '../people/standing.ts';

interface ParticipantTileProps {
  participant: Participant;
  /** Null while the camera is off. */
  camera: TrackReference | null;
  /** In the queue of raised hands, from 1; 0 while the hand is down. */
  handPlace: number;
}

export function ParticipantTile({ participant, camera, handPlace }: ParticipantTileProps) {
  const speaking = useIsSpeaking(participant);
  const muted = useIsMuted({ participant, source: Track.Source.Microphone });
  const name = participant.name || 'Guest';
  const { attributes } = useParticipantAttributes({ participant });
  const label = labelOfRole(standingOf(attributes).role);
  return (
    <div
      data-speaking={speaking || undefined}
      className={classNames(
        'relative size-full overflow-hidden [container-type:size] rounded-2xl bg-tile ring-inset transition-shadow duration-150',
        'after:pointer-events-none after:absolute after:inset-0 after:rounded-2xl after:transition-shadow',
        speaking && 'after:shadow-[inset_0_0_0_3px_var(--accent)]',
      )}
    >
      {camera ? (
        <VideoTrack
          trackRef={camera}
          className={classNames('size-full object-cover', participant.isLocal && '-scale-x-100')}
        />
      ) : (
        <div className="flex size-full items-center justify-center">
          <Avatar
            name={name}
            seed={participant.identity}
            className="aspect-square h-[45%] max-h-24 text-[min(1.75rem,17cqh)]"
          />
        </div>
      )}
      {handPlace > 0 && <HandMark place={handPlace} />}
      <p className="absolute bottom-2 left-2 flex max-w-[calc(100%-1rem)] items-center gap-1.5 rounded-lg bg-black/60 px-2.5 py-1 text-sm text-white">
        {muted && <MicOff aria-label="Microphone off" size={14} className="shrink-0" />}
        <span className="truncate">{participant.isLocal ? `${name} (you)` : name}</span>
        {label && <span className="shrink-0 text-white/75 text-xs max-sm:sr-only">{label}</span>}
      </p>
    </div>
  );
}
