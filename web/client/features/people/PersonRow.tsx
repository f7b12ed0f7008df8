import { useIsMuted, useIsSpeaking, useParticipantAttributes } from '@livekit/components-react';
import { type Participant, Track } from 'livekit-client';
import { AudioLines, Mic, MicOff, Video, VideoOff } from 'lucide-react';
import { Avatar } from '../../ui/Avatar.tsx';
import type { PersonAction } from '../api/people.ts';
import { ConnectionMark } from '../connection/ConnectionMark.tsx';
import type { TilePin } from '../tiles/TileFrame.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import { labelOfRole, type Standing, standingOf } from './standing.ts';

interface PersonRowProps {
  participant: Participant;
  me: Standing;
  pin: TilePin;
  /** Whether they may draw, by id of people; null where only hosts may, or it is not known yet. */
  draws(standing: Standing, id: string): boolean | null;
  onAct(act: PersonAction): void;
}

/** One person who is here: name, role, and whether they are heard and seen. */
export function PersonRow({ participant, me, pin, draws, onAct }: PersonRowProps) {
  const { attributes } = useParticipantAttributes({ participant });
  const speaking = useIsSpeaking(participant);
  const muted = useIsMuted({ participant, source: Track.Source.Microphone });
  const hidden = useIsMuted({ participant, source: Track.Source.Camera });
  const standing = participant.isLocal ? me : standingOf(attributes);
  const name = participant.name || 'Guest';
  const details = [labelOfRole(standing.role), standing.silenced && 'Microphone taken away'].filter(Boolean);
  return (
    <li className="flex min-h-13 items-center gap-3 rounded-xl px-2 py-1.5">
      <Avatar name={name} seed={participant.identity} className="size-9 text-xs" />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium text-sm">{participant.isLocal ? `${name} (you)` : name}</p>
        {details.length > 0 && <p className="truncate text-ink-faint text-xs">{details.join(' · ')}</p>}
      </div>
      <span className="flex items-center gap-2 text-ink-faint">
        <ConnectionMark participant={participant} />
        {speaking && !muted ? (
          <AudioLines aria-label="Speaking" size={17} className="text-accent" />
        ) : muted ? (
          <MicOff aria-label="Microphone off" size={17} />
        ) : (
          <Mic aria-label="Microphone on" size={17} className="text-ink-soft" />
        )}
        {hidden ? (
          <VideoOff aria-label="Camera off" size={17} />
        ) : (
          <Video aria-label="Camera on" size={17} className="text-ink-soft" />
        )}
      </span>
      {!participant.isLocal && (
        <PersonMenu
          name={name}
          standing={standing}
          microphoneOn={!muted}
          me={me}
          pin={pin}
          draws={draws(standing, participant.identity)}
          onAct={onAct}
        />
      )}
    </li>
  );
}
