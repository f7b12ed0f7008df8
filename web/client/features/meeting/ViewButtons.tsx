import { Captions, CaptionsOff, ScrollText, Users } from 'lucide-react';
import { IconButton } from '../../ui/IconButton.tsx';

export interface RoomViewState {
  captionsOn: boolean;
  onCaptions(on: boolean): void;
  transcriptOpen: boolean;
  onTranscript(open: boolean): void;
  peopleOpen: boolean;
  onPeople(open: boolean): void;
  /** How many people wait to be let in. */
  waiting: number;
}

/** What this person sees: captions under the stage, the transcript beside it. */
export function ViewButtons({
  captionsOn,
  onCaptions,
  transcriptOpen,
  onTranscript,
  ...people
}: RoomViewState) {
  const { peopleOpen, onPeople, waiting } = people;
  return (
    <>
      <IconButton
        label={captionsOn ? 'Hide captions' : 'Show captions'}
        icon={captionsOn ? <Captions aria-hidden size={21} /> : <CaptionsOff aria-hidden size={21} />}
        look={captionsOn ? 'active' : 'raised'}
        size="large"
        onClick={() => onCaptions(!captionsOn)}
      />
      <IconButton
        label={transcriptOpen ? 'Hide transcript' : 'Show transcript'}
        icon={<ScrollText aria-hidden size={21} />}
        look={transcriptOpen ? 'active' : 'raised'}
        size="large"
        aria-expanded={transcriptOpen}
        onClick={() => onTranscript(!transcriptOpen)}
      />
      <span className="relative max-sm:hidden">
        <IconButton
          label={`${peopleOpen ? 'Hide people' : 'Show people'}${waiting > 0 ? `, ${waiting} waiting` : ''}`}
          icon={<Users aria-hidden size={21} />}
          look={peopleOpen ? 'active' : 'raised'}
          size="large"
          aria-expanded={peopleOpen}
          onClick={() => onPeople(!peopleOpen)}
        />
        {waiting > 0 && (
          <span
            aria-hidden
            className="pointer-events-none absolute -top-1 -right-1 flex size-5 items-center justify-center rounded-full bg-accent font-bold text-[0.6875rem] text-on-accent"
          >
            {Math.min(waiting, 99)}
          </span>
        )}
      </span>
    </>
  );
}
